/** What threads that judge mutants are told, and answer. Plain data. */
import type { Judgement } from '@merit-lang/insight'
import type { SourceText } from '@merit-lang/language'

export interface Plan {
  /** The model's file, then those that it imports. */
  readonly texts: readonly SourceText[]
  /** The tests that are run, by name. */
  readonly tests: readonly string[]
}

export interface Job {
  /** The number of a place where the model is mutated. */
  readonly place: number
  /** When no further mutant is begun, in milliseconds since 1970. */
  readonly deadline: number
}

/** In the order of the place's mutants; fewer where time ran out. */
export type Answer = readonly Judgement[]
