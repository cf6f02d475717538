import type { EventSet, ExprOf, Program } from '../program.ts'
import type { Enclosure, Truth } from './enclosure.ts'
import type { Ref, Snapshot } from './snapshot.ts'

/**
 * A lead over a stretch of time: whatever is asked is answered for every whole millisecond from `from` to `to`. Over a
 * single one the answers are exact. Nothing is worked out before it is asked for, and nothing twice.
 */
export interface Period {
  readonly program: Program
  readonly from: number
  readonly to: number
  /** No event happens and no date comes after `from`. */
  readonly isQuiet: boolean
  /** The lead at `to`. */
  readonly end: () => Snapshot
  readonly value: (index: number) => Enclosure
  readonly sharedSet: (index: number) => Members
  readonly members: (set: EventSet) => Members
  readonly aggregate: (of: ExprOf<'aggregate'>) => Enclosure
  /** In millionths of a point. */
  readonly score: (index: number) => Enclosure
  readonly grade: (index: number) => Enclosure
  readonly stage: (index: number) => Truth
  readonly disqualified: (index: number) => Truth
  /** Set where something moves for which there is no enclosure. Then no answer over this period may be used. */
  isUnclear: boolean
}

/** The events that a set has at any time; `unsure`: those that it may not have throughout. */
export interface Members {
  readonly events: readonly Ref[]
  readonly unsure: ReadonlySet<Ref>
}

/** Where an expression is looked at: for the lead, or for one of its events (then perhaps inside that event's decay). */
export interface Scope {
  readonly period: Period
  readonly event: Ref | undefined
  readonly amount: Enclosure
  readonly age: Enclosure
}

export function scopeOf(period: Period, event?: Ref, amount: Enclosure = null, age: Enclosure = null): Scope {
  return { period, event, amount, age }
}
