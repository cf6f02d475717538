/** How few and how many points leads can have, each end with a lead that shows it. */
import { toPoints } from '@merit-lang/runtime/reference'
import type { Budget, End, Range } from './claims.ts'
import { searching } from './search/extreme.ts'
import type { Goal } from './search/goal.ts'
import type { Side } from './search/steer.ts'
import type { Space } from './space/space.ts'
import { atOnce, type Steps } from './steps.ts'
import { shrinking } from './witness/smallest.ts'

export function rangeOf(goal: Goal, space: Space, budget?: Budget): Range {
  return atOnce(ranging(goal, space, budget))
}

export function* ranging(goal: Goal, space: Space, budget?: Budget): Steps<Range> {
  return { low: yield* endOf(goal, -1, space, budget), high: yield* endOf(goal, 1, space, budget) }
}

function* endOf(goal: Goal, side: Side, space: Space, budget?: Budget): Steps<End> {
  const { bound = 0, reached = 0, witness, endless } = yield* searching(goal, side, space, budget)
  return {
    points: endless ? side * Number.POSITIVE_INFINITY : toPoints(bound),
    exact: endless || (witness !== undefined && reached === bound),
    reached: toPoints(reached),
    witness: witness && (yield* shrinking(goal, space.program, witness)),
  }
}
