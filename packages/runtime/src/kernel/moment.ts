import type { LeadEvent } from '../lead/lead.ts'
import type { Expr, Program } from '../program.ts'

/** The event at the instant of a date. It has no type and no properties, and comes before the events of its instant. */
export function momentAt(name: string, at: number): LeadEvent {
  return { type: -1, name, at, id: null, rank: -1, properties: new Map() }
}

/** What tells one date's moment from another's: the attribute's name. */
export function momentName(date: Expr, program: Program): string {
  const attribute = date.op === 'attribute' ? program.attributes[date.index] : undefined
  return attribute?.name ?? JSON.stringify(date)
}
