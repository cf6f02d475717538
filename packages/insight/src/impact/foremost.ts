/** The leads that are affected most: few are kept, in order. */
import type { LeadOutcome } from './impact.ts'
import type { Difference } from './scorer.ts'
import type { Id } from './tally.ts'

export interface Foremost {
  /** Its number among all leads. */
  readonly lead: number
  readonly id: Id
  /** Whether it entered or left a stage. */
  readonly moved: boolean
  /** In the score in which it moved furthest, in millionths. */
  readonly furthest: number
  readonly before: LeadOutcome
  readonly after: LeadOutcome
  readonly differences: readonly Difference[]
}

export const mostForemost = 20

type Rank = Pick<Foremost, 'lead' | 'moved' | 'furthest'>

/** Of leads that are affected alike the first in the file comes first. */
function order(one: Rank, other: Rank): number {
  return Number(other.moved) - Number(one.moved) || other.furthest - one.furthest || one.lead - other.lead
}

/** Whether it is to be kept; then `put` it. */
export function isForemost(list: readonly Foremost[], rank: Rank): boolean {
  const last = list[mostForemost - 1]
  return last === undefined || order(rank, last) < 0
}

export function putForemost(list: Foremost[], one: Foremost): void {
  const place = list.findIndex(other => order(one, other) < 0)
  list.splice(place < 0 ? list.length : place, 0, one)
  list.length = Math.min(list.length, mostForemost)
}

export function joinForemost(list: Foremost[], part: readonly Foremost[]): void {
  for (const one of part) if (isForemost(list, one)) putForemost(list, one)
}
