/** What findings ask of conditions: only what is proved impossible is said. */
import type { EventSet, Expr } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import type { Budget } from '../claims.ts'
import { extreme } from '../search/extreme.ts'
import { holdsAtAGlance } from '../search/glance.ts'
import { holding } from '../search/goal.ts'

/** A finding is not worth a long search: there are many questions, and nearly all are decided at once. */
export const brief: Budget = { boxes: 24 }

/** No lead meets all of these. False also where that is not known. */
export function isImpossible({ space }: Analysis, ...conditions: readonly Expr[]): boolean {
  const condition = every(conditions)
  const goal = holding(condition, space.program)
  if (holdsAtAGlance(condition, goal, space)) return false
  const { bound } = extreme(goal, 1, space, brief)
  return bound === undefined || bound < 1
}

/** Whether there is a lead for whom it holds, where that is seen at a glance. */
export function atAGlance({ space }: Analysis, condition: Expr): boolean | undefined {
  const { bound, reached } = extreme(holding(condition, space.program), 1, space, { boxes: 1 })
  if (reached === 1) return true
  return bound === 1 ? undefined : false
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

export function some(set: EventSet): Expr {
  return { op: 'atMost', left: { op: 'const', value: 1 }, right: { op: 'count', set } }
}
