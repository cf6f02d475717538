import type { LeadEvent } from '../lead/lead.ts'
import type { EventSet, Expr, Value } from '../program.ts'

/** An event as an evaluator knows it: the event itself, or its place in columns. */
export type Ref = LeadEvent | number

/** A lead at one instant, exactly. Every way to score offers one; what does not move is asked of it. */
export interface Snapshot {
  /** For the lead, or for one of its events, then perhaps inside that event's decay. */
  readonly value: (expr: Expr, event?: Ref, amount?: unknown, age?: unknown) => Value
  readonly events: (set: EventSet) => readonly Ref[]
  readonly timeOf: (event: Ref) => number
  /** In millionths of a point. */
  readonly score: (index: number) => number
}
