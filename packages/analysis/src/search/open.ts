import type { Box, Space } from '../space/space.ts'
import { consistent } from './boxes.ts'
import type { Goal } from './goal.ts'
import type { Side } from './steer.ts'
import { prospectOf } from './totals.ts'
import type { Wish } from './wish.ts'

/** A part of the leads that is still in question. */
export interface Open {
  readonly box: Box
  /** Times the side: greater is further. No lead of the box goes beyond. */
  readonly bound: number
  readonly wish: Wish
}

/** A box with its bound; undefined where no lead in it matters. A part goes no further than the whole, whose bound is `limit`. */
export function openAt(goal: Goal, side: Side, space: Space, box: Box, limit: number): Open | undefined {
  const within = goal.within ? goal.within(space, box) : box
  const left = within && consistent(space, within)
  if (!left) return undefined
  const end = goal.end(prospectOf({ space, box: left }, goal.limits), side)
  return {
    box: left,
    bound: Math.min(limit, end.value * side),
    get wish() {
      return end.wish
    },
  }
}
