import type { Verdict } from '../claims.ts'
import type { Change } from './outcomes.ts'

/** Whether there is a lead for whom an outcome changes in one way. */
export interface Answer {
  readonly way: Change
  readonly verdict: Verdict
}

export const never: Verdict = { kind: 'impossible' }

/** Of what is alike. */
export const neither: readonly Answer[] = [
  { way: 'more', verdict: never },
  { way: 'less', verdict: never },
]

export const unfollowed: Verdict = {
  kind: 'undecided',
  why: 'the rules in which they differ are too many, or depend on the history in ways that were not followed',
}
