import { defineDiagnostic } from '../diagnostic.ts'

export interface RuleNeverMatters {
  readonly bound: 'cap' | 'floor'
  /** As written: `cap 20`. */
  readonly written: string
  /** Of the score or group that has the bound. */
  readonly name: string
}

export const ruleNeverMatters = defineDiagnostic<RuleNeverMatters>({
  name: 'rule-never-matters',
  severity: 'warning',
  message: ({ bound, written, name }) =>
    bound === 'cap'
      ? `This rule changes no score: whoever it gives points to has all that \`${written}\` of \`${name}\` allows without it. Take it out, or raise the cap.`
      : `This rule changes no score: whoever it takes points from is down at \`${written}\` of \`${name}\` without it. Take it out, or lower the floor.`,
  why: 'A cap cuts off what the rules of a score or group give beyond it, a floor what they take. Where the other rules alone come that far for every lead that this rule is about, its points are always cut off: it looks as if it counted, and nobody gets another score for it.',
  bad: 'lead { employees: integer 0.. }\nscore fit cap 20 {\n  when employees >= 50 add 20\n  when employees >= 1000 add 10\n}\nqualify at 20 of fit',
  good: 'lead { employees: integer 0.. }\nscore fit cap 30 {\n  when employees >= 50 add 20\n  when employees >= 1000 add 10\n}\nqualify at 20 of fit',
})
