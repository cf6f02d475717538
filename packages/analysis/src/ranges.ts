/** How few and how many points leads can have, each end with a lead that shows it. */
import { toPoints } from '@merit-lang/runtime/reference'
import type { Budget, End, Range } from './claims.ts'
import { extreme } from './search/extreme.ts'
import type { Goal } from './search/goal.ts'
import type { Side } from './search/steer.ts'
import type { Space } from './space/space.ts'
import { smallest } from './witness/smallest.ts'

export function rangeOf(goal: Goal, space: Space, budget?: Budget): Range {
  return { low: endOf(goal, -1, space, budget), high: endOf(goal, 1, space, budget) }
}

function endOf(goal: Goal, side: Side, space: Space, budget?: Budget): End {
  const { bound = 0, reached = 0, witness, endless } = extreme(goal, side, space, budget)
  return {
    points: endless ? side * Number.POSITIVE_INFINITY : toPoints(bound),
    exact: endless || (witness !== undefined && reached === bound),
    reached: toPoints(reached),
    witness: witness && smallest(goal, space.program, witness),
  }
}
