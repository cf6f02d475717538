import type { Expr, Op } from '../program.ts'

/** A guess at the share of leads for which a condition holds: rules are looked up by the rarest of their conditions. */
export function likelihood(expr: Expr): number {
  return expr.op === 'member' ? Math.min(0.5, 0.1 * expr.values.length) : (guesses[expr.op] ?? 0.5)
}

const guesses: Partial<Record<Op, number>> = {
  equal: 0.1,
  contains: 0.1,
  startsWith: 0.1,
  endsWith: 0.1,
  containsWord: 0.1,
  like: 0.1,
  matches: 0.1,
  has: 0.2,
  less: 0.6,
  atMost: 0.6,
  not: 0.8,
  known: 0.9,
}
