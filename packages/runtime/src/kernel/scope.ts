import type { Lead, LeadEvent } from '../lead/lead.ts'
import type { EventSet, ExprOf, Program, Value } from '../program.ts'

/** One scoring of one lead at one instant. What it works out it works out once, and not before it is asked for. */
export interface Run {
  readonly program: Program
  readonly lead: Lead
  readonly now: number
  readonly value: (index: number) => Value
  readonly sharedSet: (index: number) => readonly LeadEvent[]
  /** In order. */
  readonly events: (set: EventSet) => readonly LeadEvent[]
  readonly aggregate: (of: ExprOf<'aggregate'>) => Value
  /** The moment of a date: the same one wherever that date is used, so that sets can tell. */
  readonly moment: (name: string, at: number) => LeadEvent
  /** In millionths of a point. */
  readonly score: (index: number) => number
  readonly grade: (index: number) => string
  /** Whether a line of a stage is on, disqualified or not. */
  readonly line: (stage: number, line: number) => boolean
  readonly stage: (index: number) => boolean
}

/** Where an expression is looked at: for the lead, or for one of its events (then perhaps inside that event's decay). */
export interface Scope {
  readonly run: Run
  readonly event?: LeadEvent
  readonly amount?: number
  readonly age?: number
}
