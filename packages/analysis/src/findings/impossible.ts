/** What findings ask of conditions: only what is proved impossible is said. */
import type { EventSet, Expr } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import type { Budget } from '../claims.ts'
import { type Extreme, extreme } from '../search/extreme.ts'
import { glance, isRuledOut } from '../search/glance.ts'
import { type Goal, holding } from '../search/goal.ts'
import { readsOf } from '../search/reads.ts'
import type { Side } from '../search/steer.ts'
import type { Space } from '../space/space.ts'

/** A finding is not worth a long search: there are many questions, and nearly all are decided at once. */
export const brief: Budget = { boxes: 24, effort: 2e7 }

/** For thresholds and bounds, which are few. */
const long: Budget = { boxes: 200, effort: 4e7 }

/** No lead meets all of these. False also where that is not known. */
export function isImpossible({ space }: Analysis, ...conditions: readonly Expr[]): boolean {
  const condition = every(conditions)
  const goal = holding(condition, space.program)
  if (asksForEventsOnce(conditions, space)) return isRuledOut(condition, goal, space)
  const seen = glance(condition, goal, space)
  if (seen !== undefined) return !seen
  const { bound } = extreme(goal, 1, space, brief)
  return bound === undefined || bound < 1
}

/** A search for a lead with so many points, in millionths; `side` -1: with so few. */
export function search(points: Goal, many: number, side: Side, space: Space, budget = long): Extreme {
  return extreme({ ...points, enough: many * side }, side, space, budget)
}

/** Whether it proves that no lead has so many. */
export function fallsShort({ bound, endless }: Extreme, many: number, side: Side): boolean {
  return !endless && bound !== undefined && bound * side < many * side
}

export function every(of: readonly Expr[]): Expr {
  const [only, ...others] = of
  return only && others.length === 0 ? only : { op: 'and', of }
}

export function either(of: readonly Expr[]): Expr {
  return { op: 'or', of }
}

export function not(of: Expr): Expr {
  return { op: 'not', of }
}

const one: Expr = { op: 'const', value: 1 }

export function some(set: EventSet): Expr {
  return { op: 'atMost', left: one, right: { op: 'count', set } }
}

function isSome(condition: Expr): boolean {
  return condition.op === 'atMost' && condition.left === one
}

/** Of one set of events bounds over all leads say all: a search finds out how several sets go together. */
function asksForEventsOnce(conditions: readonly Expr[], space: Space): boolean {
  const ofEvents = conditions.filter(condition => readsOf(condition, space).events)
  return ofEvents.length === 1 && ofEvents.every(isSome)
}
