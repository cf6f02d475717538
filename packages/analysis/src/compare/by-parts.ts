/** What differs between two sums, looked at by itself: in a program that holds nothing else. */
import type { Program } from '@merit-lang/runtime'
import { readLead, runOf } from '@merit-lang/runtime/reference'
import type { Budget, Witness } from '../claims.ts'
import { type BlockDifference, scoreDifference } from '../search/difference.ts'
import { extreme } from '../search/extreme.ts'
import type { Goal } from '../search/goal.ts'
import type { Side } from '../search/steer.ts'
import { spaceOf } from '../space/build.ts'
import { smallest } from '../witness/smallest.ts'
import { gainsOf } from './gains.ts'
import { aged, withOthers } from './near.ts'
import { askingEach, onlySums } from './part.ts'

/** No lead; or leads for whom it does, the smallest first. None may have been found. */
export type Parted = { readonly kind: 'impossible' } | { readonly kind: 'open'; readonly leads: readonly Witness[] }

/**
 * Whether there is a lead for whom what differs gives more in `after` (side 1), or less (side -1). Where there is none the
 * scores are alike in that direction; where there is one, bounds around it may yet hide it.
 */
export function byParts(program: Program, blocks: BlockDifference, side: Side, budget: Budget): Parted {
  const part = onlySums(program, [blocks.before, blocks.after])
  const space = spaceOf(part)
  const goal = scoreDifference(0, 1, blocks)
  const isRuledOut = ({ bound = 0 }: { readonly bound: number | undefined }) => bound * side < 1
  if (isRuledOut(extreme(goal, side, space, { ...budget, boxes: 0 }))) return { kind: 'impossible' }
  const shows = (witness: Witness) => differenceFor(witness, part, goal) * side >= 1
  const near = firstNear(part, shows)
  if (near) return { kind: 'open', leads: likeIt(near, part, goal, side) }
  const found = extreme(goal, side, space, budget)
  if (isRuledOut(found)) return { kind: 'impossible' }
  const { witness } = found
  return { kind: 'open', leads: witness && shows(witness) ? likeIt(witness, part, goal, side) : [] }
}

function differenceFor({ lead, now }: Witness, part: Program, { measure }: Goal): number {
  return measure(runOf(part, readLead(part, lead), now))
}

/** Of leads for whom one of the rules counts, now or some time ago. */
function firstNear(part: Program, shows: (witness: Witness) => boolean): Witness | undefined {
  for (const side of [1, -1] as const)
    for (const gain of gainsOf(part, side)) {
      const found = aged(gain.witness).find(shows)
      if (found) return found
    }
  return undefined
}

/** Others that show it too: of the rules that do not differ, they may meet fewer. */
const MOST_LEADS = 8

function likeIt(found: Witness, part: Program, goal: Goal, side: Side): readonly Witness[] {
  const shows = (witness: Witness) => differenceFor(witness, part, goal) * side >= 1
  const sign: Goal = { ...goal, measure: run => Number(goal.measure(run) * side >= 1) }
  const least = smallest(sign, part, found)
  const leads = [least]
  for (const other of withOthers(least, spaceOf(askingEach(part)))) {
    if (leads.length === MOST_LEADS) break
    if (shows(other)) leads.push(other)
  }
  return leads
}
