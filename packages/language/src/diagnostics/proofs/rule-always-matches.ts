import { defineDiagnostic } from '../diagnostic.ts'

export interface RuleAlwaysMatches {
  readonly condition: string
  /** For all for whom the blocks around it count. */
  readonly here: boolean
}

export const ruleAlwaysMatches = defineDiagnostic<RuleAlwaysMatches>({
  name: 'rule-always-matches',
  severity: 'warning',
  message: ({ condition, here }) =>
    `\`${condition}\` holds for every lead${here ? ' that counts here' : ''}, so that the rule tells nobody apart. Correct the condition, or leave it out.`,
  why: 'Whatever the lead is and does, the condition holds. Often an `and` was meant instead of an `or`, or `not` stands before a part of what it was meant for.',
  bad: 'lead { country: one of [DE, AT, US] }\nwhen country != DE or country != AT add 5',
  good: 'lead { country: one of [DE, AT, US] }\nwhen country = DE or country = AT add 5',
})
