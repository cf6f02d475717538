/** What the tests of a model reach. Plain data. */
import type { Witness } from '@merit-lang/analysis'
import type { Span } from '@merit-lang/language'

export interface Coverage {
  /** Of all files of the model: scores, grades, stages, disqualifications, each in the order of the text. */
  readonly statements: readonly CoveredStatement[]
}

/** What gives points or decides something. */
export interface CoveredStatement {
  /** `block`: a score or group with a condition of its own; `stage`: a line of one; `grade`: a row of one. */
  readonly kind: 'block' | 'rule' | 'multiplier' | 'stage' | 'grade' | 'disqualification'
  /** The label of a rule, else its text; of a table without what stands in its braces. */
  readonly name: string
  /** The score, stage or grade that it belongs to; of a disqualification the reason. */
  readonly of: string
  readonly span: Span
  /** The first is that it matches. */
  readonly goals: readonly CoveredGoal[]
}

/**
 * What tests should show of a statement, one thing each. `statement`: that it matches. `condition`: each way in which a
 * comparison comes out. `threshold`: scores on both sides. `band`: that a row of a table applies.
 */
export type GoalKind = 'statement' | 'condition' | 'threshold' | 'band'

export interface CoveredGoal {
  readonly kind: GoalKind
  readonly text: string
  readonly span: Span
  readonly outcomes: readonly CoveredOutcome[]
}

/**
 * `true` and `false`: of a comparison that known values decide; `unknown`: one that they do not. `reached`: the score is the
 * threshold or more; `missed`: it is less.
 */
export type GoalOutcome = 'matched' | 'true' | 'false' | 'unknown' | 'reached' | 'missed' | 'applied'

export interface CoveredOutcome {
  readonly outcome: GoalOutcome
  /** At how many instants of the tests it was seen. */
  readonly seen: number
  /** Proved: no lead shows it, so that it does not count. Only of what was not seen, and only where it was asked for. */
  readonly impossible?: true
  /** A lead that would show it, where it was not seen and one was asked for and found. `words`: `a lead with industry Retail`. */
  readonly witness?: Witness & { readonly words: string }
}
