/** Comparisons: what stands left and right must be of one kind, and a value one that can occur. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { textOf } from '../syntax/source.ts'
import { chainKind } from './chains.ts'
import { type Checking, say } from './checking.ts'
import { typeOf } from './expressions.ts'
import type { Type } from './model.ts'
import { checkListValues, checkOperand, sayIncomparable } from './operands.ts'
import { checkRange, sayIfNever } from './ranges.ts'
import * as types from './types.ts'

export { typeOfWordTest } from './text-tests.ts'

export function checkComparison(cx: Checking, expr: Ast.Binary): void {
  if (chainKind(expr) === 'order') checkOrder(cx, expr)
  else checkEquality(cx, expr)
}

function checkEquality(cx: Checking, expr: Ast.Binary): void {
  const { left, right, operator } = expr
  const type = typeOf(cx, left)
  const named = right.kind === 'name' && cx.meanings.get(right)?.kind === 'list'
  if (named || right.kind === 'list') {
    const fix = `${textOf(left.span)} ${operator === '=' ? 'in' : 'not in'} ${textOf(right.span)}`
    say(cx, problem.equalsList, expr.span, { operator, list: textOf(right.span), fix })
  } else if (type.kind === 'list') {
    const written = `${textOf(left.span)} contains ${textOf(right.span)}`
    const fix = operator === '=' ? written : `not (${written})`
    say(cx, problem.listEquals, expr.span, { name: textOf(left.span), fix })
  } else {
    checkOperand(cx, right, left, type)
    sayIfNever(cx, expr, left, right)
  }
}

function checkOrder(cx: Checking, expr: Ast.Binary): void {
  const { left, right } = expr
  const [a, b] = [typeOf(cx, left), typeOf(cx, right)]
  const orderless = [left, right].find(side => !types.isOrdered(typeOf(cx, side)))
  if (a.kind === 'number' && b.kind === 'duration' && left.kind === 'daysSince') {
    const days = right.kind === 'duration' ? right.value : undefined
    const suggestion = days !== undefined && right.kind === 'duration' && right.unit === 'd' ? String(days) : undefined
    say(cx, problem.daysNotDuration, right.span, { written: textOf(right.span), suggestion })
  } else if (b.kind === 'duration' && isDate(cx, left, a)) sayAge(cx, expr)
  else if (orderless && sameShape(a, b)) sayNoOrder(cx, orderless)
  else if (!types.comparable(a, b) || orderless) sayIncomparable(cx, right, left, a, b)
  else sayIfNever(cx, expr, left, right)
}

/** Also one that is not declared and was taken for a number only because it is compared. */
function isDate(cx: Checking, expr: Ast.Expr, { kind }: Type): boolean {
  const meaning = expr.kind === 'name' ? cx.meanings.get(expr) : undefined
  return kind === 'date' || (kind === 'number' && meaning?.kind === 'attribute' && !meaning.declared)
}

/** `created > 30d` */
function sayAge(cx: Checking, { left, right, operator, span }: Ast.Binary): void {
  const [date, duration] = [textOf(left.span), textOf(right.span)]
  const [longer, shorter] = [`${date} older than ${duration}`, `${date} within ${duration}`]
  const likely = operator === '>' || operator === '>=' ? longer : shorter
  say(cx, problem.ageAsComparison, span, { duration, longer, shorter, likely })
}

/** Of one kind, so that only the order is what is wrong. */
function sameShape(a: Type, b: Type): boolean {
  return types.comparable(a, b) || types.isTextual(a) || a.kind === 'boolean' || a.kind === 'list'
}

function sayNoOrder(cx: Checking, expr: Ast.Expr): void {
  const type = typeOf(cx, expr)
  say(cx, problem.noOrder, expr.span, { written: textOf(expr.span), noun: types.nounOf(type) })
}

export function typeOfMembership(cx: Checking, expr: Ast.Membership): Type {
  const { value, in: set, negated } = expr
  const type = typeOf(cx, value)
  if (set.kind === 'range') {
    if (types.isOrdered(type)) checkRange(cx, set, expr, value, type)
    else sayNoOrder(cx, value)
  } else if (type.kind === 'list') {
    const written = `${textOf(value.span)} contains any of ${textOf(set.span)}`
    say(cx, problem.listEquals, expr.span, { name: textOf(value.span), fix: negated ? `not (${written})` : written })
  } else if (set.kind === 'list') checkElements(cx, set, value, type)
  else checkListValues(cx, set, value, type)
  return types.boolean
}

export function checkElements(cx: Checking, list: Ast.ListLit, subject: Ast.Expr, against: Type): void {
  cx.types.set(list, types.list)
  for (const element of list.elements) checkOperand(cx, element, subject, against)
}
