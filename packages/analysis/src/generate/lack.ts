import type { Expr } from '@merit-lang/runtime'
import { compute, holds, type Run } from '@merit-lang/runtime/reference'

/** How far a lead is from a condition: 0 where it holds; less where fewer of its parts are missing, and scores come nearer. */
export function lackOf(condition: Expr, run: Run, want = true): number {
  if (condition.op === 'not') return lackOf(condition.of, run, !want)
  if (condition.op === 'and' || condition.op === 'or') {
    const lacks = condition.of.map(one => lackOf(one, run, want))
    return (condition.op === 'and') === want ? lacks.reduce((a, b) => a + b, 0) : Math.min(...lacks)
  }
  if (holds(condition, { run }) === want) return 0
  return isOrder(condition) ? nearing(distance(condition, run)) : 1
}

type Order = Extract<Expr, { op: 'less' | 'atMost' }>
const isOrder = (e: Expr): e is Order => e.op === 'less' || e.op === 'atMost'

function distance({ left, right }: Order, run: Run): number {
  const [a, b] = [compute(left, { run }), compute(right, { run })]
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) : Number.POSITIVE_INFINITY
}

/** From 0 up to 1, growing with the distance. */
export function nearing(distance: number): number {
  return distance === Number.POSITIVE_INFINITY ? 1 : 0.001 + (0.999 * distance) / (1 + distance)
}
