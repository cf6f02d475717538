import type { EventIds } from './ids.ts'
import type { LeadTable } from './table.ts'

/** Puts the events of a lead, from `first` on in the table, in order: time, then id, then place. */
export function sortEvents(table: LeadTable, first: number, ids: EventIds): void {
  if (!isInOrder(table, first, ids.any)) permute(table, first, orderOf(table, first, ids))
}

/** By time alone, without ids to tell apart what happened at the same time. */
function isInOrder({ eventAt, events }: LeadTable, first: number, hasIds: boolean): boolean {
  for (let event = first + 1; event < events; event++) {
    const before = eventAt[event - 1] as number
    const at = eventAt[event] as number
    if (at < before || (at === before && hasIds)) return false
  }
  return true
}

/** Places in the data, counted from 0. */
function orderOf({ eventAt, events }: LeadTable, first: number, ids: EventIds): number[] {
  const places = Array.from({ length: events - first }, (_, place) => place)
  const at = (place: number) => eventAt[first + place] as number
  return places.sort((a, b) => at(a) - at(b) || (ids.any ? compare(ids.text(a), ids.text(b)) : 0) || a - b)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function permute({ eventType, eventAt, eventRow, events }: LeadTable, first: number, order: readonly number[]): void {
  const [types, times, rows] = [eventType, eventAt, eventRow].map(column => column.slice(first, events))
  for (const [index, place] of order.entries()) {
    eventType[first + index] = types?.[place] as number
    eventAt[first + index] = times?.[place] as number
    eventRow[first + index] = rows?.[place] as number
  }
}
