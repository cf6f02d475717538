/** For how long an event can add something to a rule: bounds of what a decay leaves, worked out on intervals of ages. */

import { halve } from '../kernel/halve.ts'
import type { Case, Expr, ExprOf, Op, Rule } from '../program.ts'

/** From the first to the last, both included. */
type Interval = readonly [low: number, high: number]

/** The longest time there is, in milliseconds, and more. */
const FOR_EVER = 2 ** 53
/** Less than half a billionth of a point is nothing. */
const NOTHING = 0.49e-9

/**
 * The age (ms) from which on an event adds nothing to a rule, whatever its properties; infinite where that cannot be told. A
 * rule with bounds that nothing itself would be moved by is never without effect.
 */
export function lifeOf(rule: Rule): number {
  const decay = rule.on?.decay?.points
  if (!decay || !leavesNothing(rule)) return Number.POSITIVE_INFINITY
  const amount = hull(rule.cases.map(amountOf))
  const isOver = (age: number) => isNothing(boundsOf(decay, { amount, age: [age, Number.POSITIVE_INFINITY] }))
  return isOver(FOR_EVER) ? earliest(isOver) : Number.POSITIVE_INFINITY
}

/** Once it is over it stays over: the ages from a later one on are fewer. */
function earliest(isOver: (age: number) => boolean): number {
  let [before, over] = [-1, FOR_EVER]
  while (over - before > 1) {
    const middle = Math.floor((before + over) / 2)
    if (isOver(middle)) over = middle
    else before = middle
  }
  return over
}

function leavesNothing({ cap, floor }: Rule): boolean {
  return (!cap || (isNumber(cap) && cap.value >= 0)) && (!floor || (isNumber(floor) && floor.value <= 0))
}

function isNumber(expr: Expr): expr is ExprOf<'const'> & { readonly value: number } {
  return expr.op === 'const' && typeof expr.value === 'number'
}

function amountOf({ points }: Case): Interval {
  return isNumber(points) ? [points.value, points.value] : ANY
}

const ANY: Interval = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]

function isNothing([low, high]: Interval): boolean {
  return low >= -NOTHING && high <= NOTHING
}

interface Given {
  readonly amount: Interval
  readonly age: Interval
}

type Bounds = (expr: Expr, given: Given) => Interval

/** All values that an expression can have. Arithmetic rounds the same way at the ends as within. */
const boundsOf: Bounds = (expr, given) => {
  const bounds = meaning[expr.op] as ((expr: Expr, given: Given) => Interval) | undefined
  const [low, high] = bounds?.(expr, given) ?? ANY
  return Number.isNaN(low) || Number.isNaN(high) ? ANY : [low, high]
}

/** What decays are made of; anything else may be anything. */
const meaning: { readonly [K in Op]?: (expr: ExprOf<K>, given: Given) => Interval } = {
  const: ({ value }) => (typeof value === 'number' ? [value, value] : ANY),
  amount: (_, { amount }) => amount,
  age: (_, { age }) => age,
  add: ends((a, b) => a + b),
  subtract: ends((a, b) => a - b),
  // An infinite end stands for numbers without limit, and none of them times 0 is anything but 0.
  multiply: ends((a, b) => (a === 0 || b === 0 ? 0 : a * b)),
  divide: (expr, given) => (isNumber(expr.right) && expr.right.value > 0 ? quotients(expr, given) : ANY),
  min: ends(Math.min),
  max: ends(Math.max),
  floor: ({ of }, given) => span(boundsOf(of, given).map(Math.floor)),
  halve: ({ of }, given) => span(boundsOf(of, given).map(halve)),
  choose: ({ cases, otherwise }, given) => {
    const possible = cases.filter(({ when }) => !isNever(when, given)).map(one => one.then)
    return hull([...possible, otherwise].map(value => boundsOf(value, given)))
  },
}

const quotients = ends((a, b) => a / b)

/** For operations that have their extremes where both sides have theirs. */
function ends(operate: (a: number, b: number) => number) {
  return ({ left, right }: { readonly left: Expr; readonly right: Expr }, given: Given): Interval => {
    const [low, high] = [boundsOf(left, given), boundsOf(right, given)]
    return span(low.flatMap(a => high.map(b => operate(a, b))))
  }
}

function isNever(when: Expr, given: Given): boolean {
  return when.op === 'less' && boundsOf(when.left, given)[0] >= boundsOf(when.right, given)[1]
}

function span(numbers: readonly number[]): Interval {
  return [Math.min(...numbers), Math.max(...numbers)]
}

function hull(intervals: readonly Interval[]): Interval {
  return span(intervals.flat())
}
