import { defineDiagnostic } from '../diagnostic.ts'

export interface RuleImplied {
  /** The conditions as written. */
  readonly narrow: string
  readonly wide: string
  readonly points: number
}

export const ruleImplied = defineDiagnostic<RuleImplied>({
  name: 'rule-implied',
  severity: 'hint',
  message: ({ narrow, wide, points }) =>
    `Whoever meets \`${narrow}\` meets \`${wide}\` as well, and ${points === 1 ? 'the point counts' : `the ${points} points count`} twice. Take the narrower rule out if that is not meant.`,
  why: 'One of the two rules counts whenever the other does, with the same points: often a list was extended, and the rule that it took in was left where it was. Where only the first that fits is to count, write `points first`.',
  bad: 'lead { industry: one of [SaaS, Fintech, Retail] }\nwhen industry = SaaS add 10\nwhen industry in [SaaS, Fintech] add 10',
  good: 'lead { industry: one of [SaaS, Fintech, Retail] }\nwhen industry in [SaaS, Fintech] add 10',
})
