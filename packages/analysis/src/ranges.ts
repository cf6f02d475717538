/** How few and how many points leads can have, each end with a lead that shows it. */
import { toPoints } from '@merit-lang/runtime/reference'
import type { Budget, End, Range, Witness } from './claims.ts'
import { type Extreme, extreme } from './search/extreme.ts'
import type { Goal } from './search/goal.ts'
import type { Side } from './search/steer.ts'
import type { Space } from './space/space.ts'
import { measured } from './witness/attempts.ts'
import { smallest } from './witness/smallest.ts'

/** Points are held within ±9e9: what reaches that is bounded by nothing in the model. In millionths. */
const LIMIT = 9e15

export function rangeOf(goal: Goal, space: Space, budget?: Budget): Range {
  return { low: endOf(goal, -1, space, budget), high: endOf(goal, 1, space, budget) }
}

function endOf(goal: Goal, side: Side, space: Space, budget?: Budget): End {
  const found = extreme(goal, side, space, budget)
  const { bound = 0, reached = 0, witness } = found
  if (Math.abs(bound) >= LIMIT) return endless(goal, side, space, found)
  const exact = witness !== undefined && reached === bound
  return {
    points: toPoints(bound),
    exact,
    reached: toPoints(reached),
    witness: witness && smallest(goal, space.program, witness),
  }
}

/** Nothing bounds it where twice the events give twice as much, or a number alone leads beyond all bounds. */
function endless(goal: Goal, side: Side, space: Space, { reached = 0, witness }: Extreme): End {
  const exact = witness !== undefined && (Math.abs(reached) >= LIMIT || growsEvenly(goal, side, space, witness))
  return { points: side * Number.POSITIVE_INFINITY, exact, reached: toPoints(reached), witness }
}

function growsEvenly(goal: Goal, side: Side, { program }: Space, { lead }: Witness): boolean {
  const events = (lead.events ?? []) as readonly unknown[]
  const measure = (some: readonly unknown[]) => measured(goal, side, program, { ...lead, events: some })?.value
  const [none, once, twice] = [measure([]), measure(events), measure([...events, ...events])]
  return none !== undefined && once !== undefined && twice !== undefined && once > none && twice - once >= once - none
}
