import { defineDiagnostic } from '../diagnostic.ts'

export interface RuleNeverMatches {
  readonly what: 'rule' | 'group' | 'score' | 'disqualification'
  /** The condition or the pattern, as written. */
  readonly condition: string
}

const consequences = {
  rule: 'this rule never gives or takes a point',
  group: 'this group never counts',
  score: 'this score is 0 for everybody',
  disqualification: 'it disqualifies nobody',
} satisfies { [W in RuleNeverMatches['what']]: string }

export const ruleNeverMatches = defineDiagnostic<RuleNeverMatches>({
  name: 'rule-never-matches',
  severity: 'warning',
  message: ({ what, condition }) =>
    `No lead can ever meet \`${condition}\`, so that ${consequences[what]}. Correct it, or take it out.`,
  why: 'The parts of the condition exclude each other, whatever the lead is and does. Often an `or` was meant instead of an `and`, or a bound was mistyped.',
  bad: 'when employees < 10 and employees >= 50 add 5',
  good: 'when employees < 10 or employees >= 50 add 5',
})
