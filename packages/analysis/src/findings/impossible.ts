/** What findings ask of conditions: only what is proved impossible is said. */
import type { EventSet, Expr } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import type { Budget } from '../claims.ts'
import { extreme } from '../search/extreme.ts'
import { glance, isRuledOut } from '../search/glance.ts'
import { holding } from '../search/goal.ts'
import { readsOf } from '../search/reads.ts'
import type { Space } from '../space/space.ts'

/** A finding is not worth a long search: there are many questions, and nearly all are decided at once. */
export const brief: Budget = { boxes: 24 }

const few: Budget = { boxes: 8 }

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

/** Whether it can be that a lead meets it, where that is seen at once; undefined where it takes a search. */
export function atAGlance({ space }: Analysis, condition: Expr): boolean | undefined {
  const goal = holding(condition, space.program)
  if (glance(condition, goal, space)) return true
  const { bound, reached } = extreme(goal, 1, space, few)
  if (reached === 1) return true
  return bound === 1 ? undefined : false
}

/** Of one set of events bounds over all leads say all: a search finds out how several sets go together. */
function asksForEventsOnce(conditions: readonly Expr[], space: Space): boolean {
  const ofEvents = conditions.filter(condition => readsOf(condition, space).events)
  return ofEvents.length === 1 && ofEvents.every(isSome)
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
