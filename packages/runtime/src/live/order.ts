/** Looking for places in lists of events that are in order. */
import { byOrder } from '../kernel/order.ts'
import type { LeadEvent } from '../lead/lead.ts'

/** How many of the events are not later than an instant. Asked for every sum, so written out. */
export function countUntil(events: readonly LeadEvent[], at: number): number {
  let [low, high] = [0, events.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((events[middle] as LeadEvent).at <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The place of an event among the others: how many come before it. */
export function placeOf(events: readonly LeadEvent[], event: LeadEvent): number {
  return countWhile(events, other => byOrder(other, event) < 0)
}

/** How many from the first on pass a test that none passes after one that does not. */
export function countWhile<T>(list: readonly T[], passes: (entry: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(list[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}
