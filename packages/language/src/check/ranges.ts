/** Ranges of numbers and dates, and comparisons that a declared range decides. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { textOf } from '../syntax/source.ts'
import { type Checking, say } from './checking.ts'
import { constantOf } from './constants.ts'
import { instantOf } from './dates.ts'
import { typeOf } from './expressions.ts'
import { empty, type Interval, intersection, isEmpty } from './intervals.ts'
import type { ModelRange, Type } from './model.ts'
import { sayIncomparable } from './operands.ts'
import * as types from './types.ts'

/** `condition` is where the range stands: what can never hold. */
export function checkRange(
  cx: Checking,
  range: Ast.Range,
  condition: Ast.Expr | Ast.Range,
  subject: Ast.Expr,
  against: Type,
): void {
  for (const bound of [range.low, range.high]) {
    if (!bound) continue
    const type = typeOf(cx, bound)
    if (!types.comparable(against, type)) sayIncomparable(cx, bound, subject, against, type)
  }
  const interval = intervalOf(cx, range)
  if (!interval) return
  if (isEmpty(interval)) say(cx, problem.emptyRange, range.span, { range: textOf(range.span) })
  else if (condition.kind !== 'membership' || !condition.negated) sayIfOutside(cx, condition, subject, interval)
}

const day = 86_400_000

/** Undefined where a bound depends on the lead. */
export function intervalOf(cx: Checking, range: Ast.Range): Interval | undefined {
  const low = range.low ? pointsOf(cx, range.low) : whole
  const high = range.high ? pointsOf(cx, range.high) : whole
  if (!low || !high) return undefined
  if (range.form === '..') return { low: low.low, high: high.high, highOpen: high.highOpen }
  if (range.form === '..<' || range.form === '<') return { low: low.low, high: high.low, highOpen: true }
  if (range.form === '<=') return { low: low.low, high: high.high, highOpen: high.highOpen }
  return range.form === '>=' ? { low: low.low, high: high.high } : afterAll(low, high.high)
}

const whole: Interval = { low: -Infinity, high: Infinity }

function afterAll({ high, highOpen }: Interval, end: number): Interval {
  return { low: high, lowOpen: !highOpen, high: end }
}

/** The values that a literal covers: one number or instant, or a whole day. */
export function pointsOf(cx: Checking, expr: Ast.Expr): Interval | undefined {
  if (expr.kind === 'date') {
    const start = instantOf(expr)
    if (start === undefined) return undefined
    return expr.dayOnly ? { low: start, high: start + day, highOpen: true } : { low: start, high: start }
  }
  const value = constantOf(cx, expr)
  return value === undefined ? undefined : { low: value, high: value }
}

const sides: Partial<Record<Ast.BinaryOperator, (value: number) => Interval>> = {
  '=': value => ({ low: value, high: value }),
  '<': value => ({ low: -Infinity, high: value, highOpen: true }),
  '<=': value => ({ low: -Infinity, high: value }),
  '>': value => ({ low: value, lowOpen: true, high: Infinity }),
  '>=': value => ({ low: value, high: Infinity }),
}

/** Of a comparison with a plain number. */
export function sayIfNever(cx: Checking, expr: Ast.Binary, left: Ast.Expr, right: Ast.Expr): void {
  const side = sides[expr.operator]
  const type = typeOf(cx, left)
  if (!side || type.kind !== 'number' || typeOf(cx, right).kind !== 'number') return
  const value = type.range || type.integer ? constantOf(cx, right) : undefined
  if (value === undefined) return
  if (expr.operator === '=' && type.integer && !Number.isInteger(value)) {
    say(cx, problem.neverHolds, expr.span, {
      condition: textOf(expr.span),
      of: textOf(left.span),
      range: 'whole numbers',
    })
  } else sayIfOutside(cx, expr, left, side(value))
}

/** A declared range that leaves nothing of what is asked for. */
export function sayIfOutside(
  cx: Checking,
  at: Ast.Binary | Ast.Range | Ast.Expr,
  subject: Ast.Expr,
  asked: Interval,
): void {
  const type = typeOf(cx, subject)
  if (type.kind !== 'number' || !type.range) return
  if (!isEmpty(intersection(asked, declaredInterval(type.range)))) return
  const range = nameOfRange(type.range)
  say(cx, problem.neverHolds, at.span, { condition: textOf(at.span), of: textOf(subject.span), range })
}

export function declaredInterval(range: ModelRange | undefined): Interval {
  if (!range) return whole
  const { low = -Infinity, high = Infinity, lowOpen, highOpen } = range
  return low > high ? empty : { low, high, lowOpen, highOpen }
}

/** `0..100`, `0..<1`, `from 0 up`, for the middle of a sentence. */
export function nameOfRange({ low, high, lowOpen, highOpen }: ModelRange): string {
  if (low === undefined) return `${highOpen ? 'below' : 'at most'} ${high}`
  if (high === undefined) return `${lowOpen ? 'above' : 'at least'} ${low}`
  return `${low}${highOpen ? '..<' : '..'}${high}`
}
