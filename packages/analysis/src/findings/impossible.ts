/** What findings ask of conditions: only what is proved impossible is said. */
import type { EventSet, Expr } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import type { Budget } from '../claims.ts'
import { extreme } from '../search/extreme.ts'
import { holding } from '../search/goal.ts'

/** A finding is not worth a long search: there are many questions, and nearly all are decided at once. */
export const brief: Budget = { boxes: 24 }

/** No lead meets all of these. False also where that is not known. */
export function isImpossible(analysis: Analysis, ...conditions: readonly Expr[]): boolean {
  return neverHolds(analysis, every(conditions), brief)
}

/** The same after as long a search as the budget allows. */
export function neverHolds({ space }: Analysis, condition: Expr, budget?: Budget): boolean {
  const { bound } = extreme(holding(condition, space.program), 1, space, budget)
  return bound === undefined || bound < 1
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
