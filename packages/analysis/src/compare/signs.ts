/** What is read off the form of a number: that it is never below 0, never above 1, or rises with another. */
import type { Expr, ExprOf, Op } from '@merit-lang/runtime'

/** 1: none is below 0; -1: none is above 0; 0: not known. */
export function signOf(points: readonly Expr[]): -1 | 0 | 1 {
  if (points.every(isPositive)) return 1
  return points.every(one => one.op === 'const' && typeof one.value === 'number' && one.value <= 0) ? -1 : 0
}

/** Never below 0. */
export function isPositive(e: Expr): boolean {
  return positive[e.op]?.(e as never) ?? false
}

const all = ({ left, right }: { left: Expr; right: Expr }) => isPositive(left) && isPositive(right)

const positive: Readonly<Partial<Record<Op, (e: never) => boolean>>> = {
  const: ({ value }: ExprOf<'const'>) => typeof value === 'number' && value >= 0,
  age: () => true,
  halve: () => true,
  length: () => true,
  count: () => true,
  abs: () => true,
  floor: ({ of }: ExprOf<'floor'>) => isPositive(of),
  max: ({ left, right }: ExprOf<'max'>) => isPositive(left) || isPositive(right),
  min: all,
  add: all,
  multiply: all,
  divide: all,
  choose: ({ cases, otherwise }: ExprOf<'choose'>) => [otherwise, ...cases.map(({ then }) => then)].every(isPositive),
}

export function isAbove0(e: Expr): boolean {
  return e.op === 'const' && typeof e.value === 'number' && e.value > 0
}

/** `amount` times what is returned, which is never below 0. */
export function factorOf(decay: Expr | undefined): Expr | undefined {
  if (!decay) return { op: 'const', value: 1 }
  return decay.op === 'multiply' && decay.left.op === 'amount' && isPositive(decay.right) ? decay.right : undefined
}

/** Of decays: never above 1. */
export function isFraction(e: Expr): boolean {
  if (e.op === 'const') return typeof e.value === 'number' && e.value <= 1
  if (e.op === 'max') return isFraction(e.left) && isFraction(e.right)
  if (e.op === 'subtract') return isFraction(e.left) && isPositive(e.right)
  return e.op === 'halve'
}

/** The more points an event has before decay, the more it has after. */
export function risesWithAmount(e: Expr): boolean {
  if (e.op === 'amount') return true
  if (e.op === 'multiply') return isPositive(e.right) && risesWithAmount(e.left) && !reads(e.right, 'amount')
  if (e.op === 'add' || e.op === 'max' || e.op === 'min') return [e.left, e.right].every(risesOrRests)
  return e.op === 'subtract' && risesOrRests(e.left) && !reads(e.right, 'amount')
}

const risesOrRests = (e: Expr) => risesWithAmount(e) || !reads(e, 'amount')

function reads(e: Expr, op: Op): boolean {
  return JSON.stringify(e).includes(`"op":"${op}"`)
}
