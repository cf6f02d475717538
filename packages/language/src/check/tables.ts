/** Tables of points: every value meets at most one case, and a value that meets none is pointed out. */
import { fold } from '@merit-lang/runtime'
import * as problem from '../diagnostics/check/index.ts'
import type { Behind } from '../diagnostics/rows.ts'
import type * as Ast from '../syntax/ast.ts'
import { type Span, textOf } from '../syntax/source.ts'
import { type Checking, say } from './checking.ts'
import { unwrap } from './clues.ts'
import { checkCondition, checkNumber, typeOf } from './expressions.ts'
import { byLow, gapsOf, type Interval, intersection, isEmpty, memberOf, wholeNumbers } from './intervals.ts'
import type { Type } from './model.ts'
import { checkOperand } from './operands.ts'
import { checkRange, declaredInterval, intervalOf, pointsOf, sayIfOutside } from './ranges.ts'
import * as types from './types.ts'

type PointsBy = Extract<Ast.Action, { kind: 'pointsBy' }>
type PointsFirst = Extract<Ast.Action, { kind: 'pointsFirst' }>

export function checkPointsFirst(cx: Checking, { rows }: PointsFirst): void {
  rows.forEach(({ condition, points, span }, i) => {
    if (condition) checkCondition(cx, condition)
    else if (i < rows.length - 1) {
      const twice = rows.slice(0, i).some(row => !row.condition)
      const move = rows.at(-1)?.condition ? moveOf(rows, i) : undefined
      say(cx, problem.elseNotLast, span, { twice, move: twice ? undefined : move })
    }
    checkNumber(cx, points, 'The points')
  })
}

/** The row at a number to the end. */
function moveOf(rows: readonly { readonly span: Span }[], i: number): Behind | undefined {
  const [row, next, last] = [rows[i], rows[i + 1], rows.at(-1)]
  return row && next && last && { row: row.span, next: next.span.start, last: last.span.end }
}

export function checkPointsBy(cx: Checking, { subject, rows, span }: PointsBy): void {
  const type = typeOf(cx, subject)
  const cases = rows.flatMap(row => row.cases)
  for (const one of cases) checkCase(cx, one, subject, type)
  for (const { points } of rows) checkNumber(cx, points, 'The points')
  checkSpecial(cx, rows)
  if (type.kind === 'number' || type.kind === 'date') checkIntervals(cx, rows, subject, type, span)
  else if (type.kind !== 'broken') checkValues(cx, rows, subject, type, span)
}

function checkCase(cx: Checking, one: Ast.Case, subject: Ast.Expr, type: Type): void {
  if (one.kind === 'value' && type.kind === 'list') {
    const name = textOf(subject.span)
    say(cx, problem.listEquals, one.span, { name, fix: `${name} contains ${textOf(one.span)}`, asCase: true })
  } else if (one.kind === 'value') {
    checkOperand(cx, one.value, subject, type)
    const value = type.kind === 'number' ? pointsOf(cx, one.value) : undefined
    if (value) sayIfOutside(cx, one.value, subject, value)
  } else if (one.kind === 'range') {
    if (types.isOrdered(type)) checkRange(cx, one, one, subject, type)
    else say(cx, problem.noOrder, one.span, { written: textOf(subject.span), noun: types.nounOf(type) })
  }
}

/** `else` stands last, and `else` and `unknown` once. */
function checkSpecial(cx: Checking, rows: readonly Ast.ByRow[]): void {
  const cases = rows.flatMap(row => row.cases)
  cases.forEach((one, i) => {
    if (one.kind === 'value' || one.kind === 'range') return
    const before = cases.slice(0, i).find(({ kind }) => kind === one.kind)
    if (before) sayTwice(cx, one, before, rows)
    else if (one.kind === 'else' && i < cases.length - 1) {
      const row = rows.findIndex(({ cases }) => cases.length === 1 && cases[0] === one)
      const movable = row >= 0 && cases.at(-1)?.kind !== 'else'
      say(cx, problem.elseNotLast, one.span, { twice: false, move: movable ? moveOf(rows, row) : undefined })
    }
  })
}

function sayTwice(cx: Checking, one: Ast.Case, before: Ast.Case, rows: readonly Ast.ByRow[]): void {
  const related = [{ span: before.span, message: 'it stands here already' }]
  const row = rows.find(({ cases }) => cases.includes(one)) as Ast.ByRow
  say(cx, problem.duplicateCase, one.span, { value: textOf(one.span), ...partOf(row, one) }, related)
}

/** What is written for a case alone. */
function partOf({ cases, span }: Ast.ByRow, one: Ast.Case): { readonly written: Span; readonly next?: number } {
  const [first, second] = cases
  if (!second) return { written: span }
  return first === one ? { written: one.span, next: second.span.start } : { written: one.span }
}

/** A case as an interval, with where it is written. */
interface Band {
  readonly one: Ast.Case
  readonly row: Ast.ByRow
  readonly interval: Interval
}

function checkIntervals(cx: Checking, rows: readonly Ast.ByRow[], subject: Ast.Expr, type: Type, span: Span): void {
  const cases = rows.flatMap(row => row.cases)
  const wanted = cases.filter(({ kind }) => kind === 'value' || kind === 'range')
  const bands = rows.flatMap(row => row.cases.flatMap(one => bandOf(cx, one, row, type) ?? []))
  bands.sort((a, b) => byLow(a.interval, b.interval))
  const overlapping = sayOverlaps(cx, bands, type)
  if (overlapping || bands.length < wanted.length || cases.some(({ kind }) => kind === 'else')) return
  if (type.kind === 'number' && bands.length > 0) sayGaps(cx, bands, subject, type, span)
}

/** Nothing for one that depends on the lead or is empty. */
function bandOf(cx: Checking, one: Ast.Case, row: Ast.ByRow, type: Type): Band | undefined {
  const interval =
    one.kind === 'range' ? intervalOf(cx, one) : one.kind === 'value' ? pointsOf(cx, one.value) : undefined
  if (!interval || isEmpty(interval)) return undefined
  return { one, row, interval: type.kind === 'number' && type.integer ? wholeNumbers(interval) : interval }
}

/** Each band that begins before the furthest end so far shares a value with the band of that end. */
function sayOverlaps(cx: Checking, bands: readonly Band[], type: Type): boolean {
  let furthest: Band | undefined
  let found = false
  for (const band of bands) {
    const shared = furthest && intersection(furthest.interval, band.interval)
    if (furthest && shared && !isEmpty(shared)) {
      sayOverlap(cx, furthest, band, shared, type)
      found = true
    }
    if (!furthest || band.interval.high > furthest.interval.high) furthest = band
  }
  return found
}

function sayOverlap(cx: Checking, a: Band, b: Band, shared: Interval, type: Type): void {
  const [first, second] = a.one.span.start <= b.one.span.start ? [a, b] : [b, a]
  const value = type.kind === 'date' ? new Date(memberOf(shared)).toISOString().slice(0, 10) : String(memberOf(shared))
  const related = [{ span: first.one.span, message: `${value} is in this case too` }]
  const cases = { first: textOf(first.one.span), second: textOf(second.one.span) }
  const params = { value: cases.second, ...partOf(second.row, second.one) }
  if (cases.first === cases.second) say(cx, problem.duplicateCase, second.one.span, params, related)
  else say(cx, problem.overlappingCases, second.one.span, { ...cases, value }, related)
}

/** A whole number that no case takes. Fractions between whole bands are a hint of their own. */
function sayGaps(cx: Checking, bands: readonly Band[], subject: Ast.Expr, type: Type, span: Span): void {
  const range = type.kind === 'number' ? type.range : undefined
  const whole = wholeNumbers(declaredInterval(range))
  const gaps = gapsOf(
    bands.map(({ interval }) => interval),
    declaredInterval(range),
  )
  const missing = gaps.map(gap => intersection(wholeNumbers(gap), whole)).filter(gap => !isEmpty(gap))
  const first = missing[0]
  if (first)
    say(cx, problem.uncoveredValues, span, {
      of: textOf(subject.span),
      value: String(nearFinite(first)),
      more: missing.length > 1,
    })
}

/** The edge of a gap next to a case: what a reader would have expected in the case beside it. */
function nearFinite({ low, high }: Interval): number {
  return Number.isFinite(low) ? low : Number.isFinite(high) ? high : 0
}

function checkValues(cx: Checking, rows: readonly Ast.ByRow[], subject: Ast.Expr, type: Type, span: Span): void {
  const cases = rows.flatMap(row => row.cases)
  const seen = new Map<string, Ast.Case>()
  let certain = true
  for (const one of cases) {
    const value = one.kind === 'value' ? literalOf(cx, one.value) : undefined
    if (one.kind === 'value' && value === undefined) certain = false
    const before = value === undefined ? undefined : seen.get(value)
    if (before) sayTwice(cx, one, before, rows)
    else if (value !== undefined) seen.set(value, one)
  }
  if (certain && !cases.some(({ kind }) => kind === 'else')) sayMissingValues(cx, seen, subject, type, span)
}

function sayMissingValues(
  cx: Checking,
  seen: ReadonlyMap<string, Ast.Case>,
  subject: Ast.Expr,
  type: Type,
  span: Span,
): void {
  const values = type.kind === 'enum' ? (type.values ?? []) : type.kind === 'boolean' ? ['true', 'false'] : []
  const missing = values.filter(value => !seen.has(fold(value)))
  const [value] = missing
  if (value !== undefined)
    say(cx, problem.uncoveredValues, span, { of: textOf(subject.span), value, more: missing.length > 1 })
}

/** Folded; nothing for a `let`, a list or what depends on the lead. */
function literalOf(cx: Checking, expr: Ast.Expr): string | undefined {
  const value = unwrap(expr)
  if (value.kind === 'text') return fold(value.value)
  if (value.kind === 'boolean') return String(value.value)
  const meaning = value.kind === 'name' ? cx.meanings.get(value) : undefined
  return meaning?.kind === 'symbol' ? fold(meaning.value) : undefined
}
