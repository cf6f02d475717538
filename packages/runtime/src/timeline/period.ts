import type { Lead, LeadEvent } from '../lead/lead.ts'
import type { EventSet, ExprOf, Program } from '../program.ts'
import type { Enclosure, Truth } from './enclosure.ts'

/**
 * A lead over a stretch of time: whatever is asked is answered for every whole millisecond from `from` to `to`. Over a
 * single one the answers are exact. Nothing is worked out before it is asked for, and nothing twice.
 */
export interface Period {
  readonly program: Program
  readonly lead: Lead
  readonly from: number
  readonly to: number
  readonly value: (index: number) => Enclosure
  readonly sharedSet: (index: number) => Members
  readonly members: (set: EventSet) => Members
  readonly aggregate: (of: ExprOf<'aggregate'>) => Enclosure
  /** The moment of a date: the same one wherever that date is used. */
  readonly moment: (name: string, at: number) => LeadEvent
  /** In millionths of a point. */
  readonly score: (index: number) => Enclosure
  readonly grade: (index: number) => Enclosure
  readonly stage: (index: number) => Truth
  readonly disqualified: (index: number) => Truth
  /** That something moves for which there is no enclosure. Then no answer over this period may be used. */
  readonly giveUp: () => void
  readonly gaveUp: () => boolean
}

/** The members of a set in order, those that it has at any time; `unsure`: those that it may not have throughout. */
export interface Members {
  readonly events: readonly LeadEvent[]
  readonly unsure: ReadonlySet<LeadEvent>
}

/** Where an expression is looked at: for the lead, or for one of its events (then perhaps inside that event's decay). */
export interface Scope {
  readonly period: Period
  readonly event?: LeadEvent
  readonly amount?: Enclosure
  readonly age?: Enclosure
}
