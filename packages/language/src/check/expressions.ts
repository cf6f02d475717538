/** The type of every expression. Names have their meanings already; what does not fit is reported where it stands. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { textOf } from '../syntax/source.ts'
import { findAggregate, findFunction } from '../words/lookup.ts'
import type { ParameterType } from '../words/word.ts'
import { typeOfTime } from './calendar.ts'
import { chainKind, chainOf } from './chains.ts'
import { type Checking, say, suggest } from './checking.ts'
import { unwrap } from './clues.ts'
import { checkComparison, typeOfMembership, typeOfWordTest } from './comparisons.ts'
import { constantOf } from './constants.ts'
import { instantOf, needsZone, withoutQuotes } from './dates.ts'
import type { Meaning, Type } from './model.ts'
import { checkPattern } from './patterns.ts'
import * as types from './types.ts'
import { checkUnit } from './units.ts'

type TypeOf<E> = (cx: Checking, expr: E) => Type
const is =
  (type: Type): TypeOf<Ast.Expr> =>
  () =>
    type

const typing = {
  name: typeOfName,
  number: is(types.number),
  percent: is(types.number),
  duration: (cx, expr) => (checkUnit(cx, expr) ? types.duration : types.broken),
  date: typeOfDate,
  text: is(types.text),
  boolean: is(types.boolean),
  hole: is(types.broken),
  unary: (cx, { operator, operand }) => {
    if (operator === '-') checkNumber(cx, operand, 'What follows a minus sign')
    else checkCondition(cx, operand)
    return operator === '-' ? types.number : types.boolean
  },
  binary: typeOfBinary,
  membership: typeOfMembership,
  wordTest: typeOfWordTest,
  knownTest: (cx, { value }) => {
    typeOf(cx, value)
    return types.boolean
  },
  ageTest: (cx, expr) => {
    checkDate(cx, expr.value)
    checkDuration(cx, expr.duration)
    return types.boolean
  },
  momentTest: (cx, expr) => {
    checkDate(cx, expr.value)
    checkDate(cx, expr.moment)
    return types.boolean
  },
  quantified: (cx, { count, pattern, quantifier }) => {
    if (count) checkCount(cx, count, `${quantifier} `)
    checkPattern(cx, pattern)
    return types.boolean
  },
  aggregate: typeOfAggregate,
  daysSince: (cx, { of }) => {
    if (of.kind === 'pattern') checkPattern(cx, of)
    else checkDate(cx, of)
    return types.number
  },
  call: typeOfCall,
  list: (cx, expr) => {
    say(cx, problem.listNotHere, expr.span, {})
    return types.broken
  },
  paren: (cx, { inner }) => typeOf(cx, inner),
} satisfies { [K in Ast.Expr['kind']]: TypeOf<Extract<Ast.Expr, { kind: K }>> }

/** Checks the expression, once, and keeps its type. */
export function typeOf(cx: Checking, expr: Ast.Expr): Type {
  const before = cx.types.get(expr)
  if (before) return before
  const type = (typing[expr.kind] as TypeOf<Ast.Expr>)(cx, expr)
  cx.types.set(expr, type)
  return type
}

const meant = {
  attribute: ({ type }) => type,
  eventProperty: ({ type }) => type,
  // Never the meaning of a value: a lone event's name is reported when it is looked up.
  event: () => types.broken,
  derived: () => types.broken,
  list: () => types.list,
  let: ({ type }) => type,
  segment: () => types.boolean,
  score: () => types.number,
  grade: ({ name, labels }) => ({ kind: 'enum', values: labels, of: name }),
  stage: () => types.boolean,
  eventTime: typeOfTime,
  now: () => types.date,
  calendar: typeOfTime,
  symbol: () => types.symbol,
} satisfies { [K in Meaning['kind']]: (meaning: Extract<Meaning, { kind: K }>) => Type }

function typeOfName(cx: Checking, expr: Ast.NameExpr): Type {
  const meaning = cx.meanings.get(expr)
  return meaning ? (meant[meaning.kind] as (meaning: Meaning) => Type)(meaning) : types.broken
}

function typeOfDate(cx: Checking, expr: Ast.DateLit): Type {
  const date = expr.text
  if (instantOf(expr) === undefined) say(cx, problem.invalidDate, expr.span, { date })
  else if (cx.names.timezone === undefined && needsZone(expr)) say(cx, problem.timeWithoutZone, expr.span, { date })
  else return types.date
  return types.broken
}

function typeOfBinary(cx: Checking, expr: Ast.Binary): Type {
  const kind = chainKind(expr)
  if (kind === 'equality' || kind === 'order') {
    checkComparison(cx, expr)
    return types.boolean
  }
  const { nodes, operands } = chainOf(expr)
  for (const operand of operands) {
    if (kind === 'arithmetic') checkNumber(cx, operand, 'What is computed with')
    else checkCondition(cx, operand)
  }
  const type = kind === 'arithmetic' ? types.number : types.boolean
  for (const node of nodes) cx.types.set(node, type)
  return type
}

export function checkCondition(cx: Checking, expr: Ast.Expr): void {
  const type = typeOf(cx, expr)
  if (type.kind === 'boolean' || type.kind === 'broken') return
  const inner = unwrap(expr)
  const written = textOf(inner.span)
  const meaning = inner.kind === 'name' ? cx.meanings.get(inner) : undefined
  if (inner.kind === 'text' || meaning?.kind === 'symbol')
    say(cx, problem.valueAsCondition, expr.span, { value: written })
  else say(cx, problem.notACondition, expr.span, { written, noun: types.nounOf(type), kind: type.kind })
}

/** `role` begins a sentence: `The cap`. */
export function checkNumber(cx: Checking, expr: Ast.Expr, role: string): void {
  const type = typeOf(cx, expr)
  if (type.kind === 'number' || type.kind === 'broken') return
  const number = expr.kind === 'text' && expr.value.trim() !== '' && Number.isFinite(Number(expr.value))
  const suggestion = expr.kind === 'text' && number ? expr.value.trim() : undefined
  say(cx, problem.numberNeeded, expr.span, { written: textOf(expr.span), role, noun: types.nounOf(type), suggestion })
}

function checkDate(cx: Checking, expr: Ast.Expr): void {
  const type = typeOf(cx, expr)
  if (type.kind === 'date' || type.kind === 'broken') return
  const suggestion = expr.kind === 'text' ? withoutQuotes(expr.value) : undefined
  say(cx, problem.dateNeeded, expr.span, { written: textOf(expr.span), noun: types.nounOf(type), suggestion })
}

/** Longer than nothing; only an event of a test may be `0d ago`. */
export function checkDuration(cx: Checking, expr: Ast.Expr, zero: 'zero' | 'no zero' = 'no zero'): void {
  const type = typeOf(cx, expr)
  const written = textOf(expr.span)
  if (type.kind === 'duration') {
    const value = constantOf(cx, expr) ?? 1
    if (!(value > 0 || (value === 0 && zero === 'zero'))) say(cx, problem.zeroDuration, expr.span, { written })
  } else if (type.kind !== 'broken') {
    const days = expr.kind === 'number' && expr.value > 0 ? `${written}d` : undefined
    say(cx, problem.durationNeeded, expr.span, { written, suggestion: days })
  }
}

/** How many events: a whole number from 1 on that stands in the text. */
export function checkCount(cx: Checking, expr: Ast.Expr, before: string): void {
  if (typeOf(cx, expr).kind === 'broken') return
  const value = typeOf(cx, expr).kind === 'number' ? constantOf(cx, expr) : undefined
  if (value !== undefined && Number.isInteger(value) && value >= 1) return
  say(cx, problem.countNeeded, expr.span, { written: `${before}${textOf(expr.span)}`, zero: value === 0 })
}

function typeOfAggregate(cx: Checking, expr: Ast.Aggregate): Type {
  checkPattern(cx, expr.pattern)
  const name = expr.name.text
  const type = expr.of ? typeOf(cx, expr.of) : types.broken
  if (name === 'count') return types.integer
  const word = findAggregate(cx.vocabulary, name)
  if (!word) {
    const names = ['count', ...cx.vocabulary.aggregates.map(known => known.name)]
    say(cx, problem.unknownAggregate, expr.name.span, { name, suggestion: suggest(cx, name, names), names })
    return types.broken
  }
  if (!expr.of) return types.broken
  const fits = word.of === 'any' || (word.of === 'number' ? type.kind === 'number' : types.isOrdered(type))
  if (fits || type.kind === 'broken') return type
  say(cx, problem.aggregateNeeds, expr.of.span, {
    name,
    of: textOf(expr.of.span),
    noun: types.nounOf(type),
    needs: word.of === 'number' ? 'a number' : 'a number or a date',
  })
  return types.broken
}

function typeOfCall(cx: Checking, expr: Ast.Call): Type {
  const name = expr.name.text
  const word = findFunction(cx.vocabulary, name)
  const given = expr.args.map(arg => typeOf(cx, arg))
  if (!word) {
    const names = cx.vocabulary.functions.map(known => known.name)
    const event = cx.names.events.has(name) || cx.names.derived.has(name)
    say(cx, problem.unknownFunction, expr.name.span, { name, suggestion: suggest(cx, name, names), names, event })
    return types.broken
  }
  const { parameters, variadic, form } = word
  if (variadic ? given.length < parameters.length : given.length !== parameters.length) {
    say(cx, problem.wrongArgumentCount, expr.span, { name, form, wanted: parameters.length, given: given.length })
  } else {
    expr.args.forEach((arg, i) => {
      const wanted = (parameters[i] ?? parameters.at(-1)) as ParameterType
      checkArgument(cx, arg, wanted, name)
    })
  }
  return types.ofWords[word.returns]
}

function checkArgument(cx: Checking, arg: Ast.Expr, wanted: ParameterType, name: string): void {
  const type = typeOf(cx, arg)
  if (types.comparable(type, types.ofWords[wanted])) return
  const params = {
    name,
    written: textOf(arg.span),
    noun: types.nounOf(type),
    needs: types.nounOf(types.ofWords[wanted]),
  }
  say(cx, problem.wrongArgument, arg.span, params)
}
