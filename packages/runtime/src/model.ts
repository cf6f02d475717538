import type { Program } from './program.ts'
import type { Result } from './result.ts'

/**
 * A model that was loaded and is ready to score. It keeps no state of any lead, but a result may hold on to its lead until
 * its `issues` are read.
 */
export interface Model {
  /** `model "…"`, or empty. */
  readonly name: string
  readonly revision: string
  readonly program: Program
  /**
   * What the model says of a lead: an object of attributes, with `events`.
   * @throws RangeError where `now` is no instant of the years 0001 to 9999; `LeadRefused` in strict mode.
   */
  score(lead: unknown, options: ScoreOptions): Result
  /** The same, with the points of every rule that gave any. Throws the same. */
  contributions(lead: unknown, options: ScoreOptions): Contributions
}

export interface ScoreOptions {
  /** The instant for which to score: milliseconds since 1970 UTC, or a Date. There is no clock in here. */
  readonly now: number | Date
  /** Refuse a lead with values that do not fit, in place of counting them as unknown. */
  readonly strict?: boolean
}

export interface Contributions extends Result {
  /** In the order of the file. Points are what the rule gives, after decay, cap, floor and weight. */
  readonly rules: readonly Contribution[]
}

export interface Contribution {
  readonly score: string
  /** Its label, or its text: unique in its block. */
  readonly rule: string
  readonly points: number
  readonly path: string
  readonly line: number
}
