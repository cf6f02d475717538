import { defineDiagnostic } from '../diagnostic.ts'

export interface RuleRepeats {
  /** As written: `when country = DE`. */
  readonly trigger: string
  readonly other: string
  /** Of the other rule. */
  readonly line: number
}

export const ruleRepeats = defineDiagnostic<RuleRepeats>({
  name: 'rule-repeats',
  severity: 'warning',
  message: ({ trigger, other, line }) =>
    trigger === other
      ? `The rule in line ${line} is about \`${trigger}\` too, so that both count for the same leads. Make one rule of the two.`
      : `\`${trigger}\` says the same as \`${other}\` in line ${line}, so that both rules count for the same leads. Make one rule of the two, or correct the condition.`,
  why: 'Both rules count for exactly the same leads, and their points are added. Often a copied rule was meant to be changed, or somebody added a rule that was there in other words. Two that are meant carry a label each: `as "…"`.',
  bad: 'lead { country: one of [DE, AT, CH] }\nwhen country in [DE, AT, CH] add 10\nwhen country is known add 5',
  good: 'lead { country: one of [DE, AT, CH] }\nwhen country in [DE, AT] add 10\nwhen country is known add 5',
})
