/** What differs between two sums, looked at by itself: in a program that holds nothing else. */
import type { Program } from '@merit-lang/runtime'
import { readLead, runOf } from '@merit-lang/runtime/reference'
import type { Budget, Verdict, Witness } from '../claims.ts'
import { type BlockDifference, scoreDifference } from '../search/difference.ts'
import { extreme } from '../search/extreme.ts'
import type { Goal } from '../search/goal.ts'
import type { Side } from '../search/steer.ts'
import { spaceOf } from '../space/build.ts'
import { smallest } from '../witness/smallest.ts'
import { gainsOf } from './gains.ts'
import { aged } from './near.ts'
import { onlySums } from './part.ts'
import { unfollowed } from './trials.ts'

/**
 * Whether there is a lead for whom what differs gives more in `after` (side 1), or less (side -1): the smallest such. Where
 * there is none the scores are alike in that direction; where there is one, bounds around it may yet hide it.
 */
export function byParts(program: Program, blocks: BlockDifference, side: Side, budget: Budget): Verdict {
  const part = onlySums(program, [blocks.before, blocks.after])
  const space = spaceOf(part)
  const goal = scoreDifference(0, 1, blocks)
  const isRuledOut = (boxes: number) => (extreme(goal, side, space, { ...budget, boxes }).bound ?? 0) * side < 1
  if (isRuledOut(0)) return { kind: 'impossible' }
  const shows = showing(goal, side)
  const near = firstNear(part, shows)
  if (near) return { kind: 'possible', witness: smallest(shows, part, near) }
  const { bound = 0, reached = 0, witness } = extreme(goal, side, space, budget)
  if (bound * side < 1) return { kind: 'impossible' }
  return witness && reached * side >= 1 ? { kind: 'possible', witness: smallest(shows, part, witness) } : unfollowed
}

function showing(goal: Goal, side: Side): Goal {
  return { ...goal, measure: run => Number(goal.measure(run) * side >= 1) }
}

/** Of leads for whom one of the rules counts, now or some time ago. */
function firstNear(part: Program, { measure }: Goal): Witness | undefined {
  for (const side of [1, -1] as const)
    for (const gain of gainsOf(part, side))
      for (const witness of aged(gain.witness))
        if (measure(runOf(part, readLead(part, witness.lead), witness.now)) === 1) return witness
  return undefined
}
