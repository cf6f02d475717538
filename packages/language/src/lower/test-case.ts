/** A `test` of a model, ready to run. */
import type { Condition, Outcome } from '@merit-lang/runtime'
import type { Span } from '../syntax/source.ts'

export interface TestCase {
  readonly name: string
  readonly span: Span
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  /** As it would come from outside: for `readLead`. */
  readonly data: Readonly<Record<string, unknown>>
  /** Attributes that the test itself says are unknown: that these are missing is no finding. */
  readonly meantUnknown: readonly string[]
  readonly expectations: readonly Expectation[]
}

export type Expectation = {
  /** As written, from `expect` on. */
  readonly text: string
  readonly span: Span
  /** `expect in 90d …`: milliseconds after `now`. */
  readonly after: number
} & (
  | { readonly kind: 'holds'; readonly condition: Condition; readonly about: About }
  | { readonly kind: 'rule'; readonly label: string; readonly outcome: Outcome }
  | { readonly kind: 'disqualified'; readonly negated: boolean; readonly reason?: string }
)

/** What a condition speaks of by name: what to explain where it does not hold. */
export interface About {
  readonly scores: readonly string[]
  readonly grades: readonly string[]
  readonly stages: readonly string[]
}
