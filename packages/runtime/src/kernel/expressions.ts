import { fold } from '../fold.ts'
import type { Expr, ExprOf, Op, Value } from '../program.ts'
import { calendarPart } from '../time/calendar.ts'
import { search } from './automaton.ts'
import { halve } from './halve.ts'
import { finite, toPoints } from './points.ts'
import type { Scope } from './scope.ts'
import { containsWord, domain, lengthOf, like } from './text.ts'

/** What each kernel operation means. This table is the definition that every other way to run a program is held to. */
const meaning = {
  const: e => e.value,
  attribute: (e, { run }) => run.lead.attributes[e.index] ?? null,
  property: (e, { event }) => event?.properties.get(e.name) ?? null,
  eventTime: (_, { event }) => event?.at ?? null,
  now: (_, { run }) => run.now,
  amount: (_, { amount }) => amount ?? null,
  age: (_, { age }) => age ?? null,
  value: (e, { run }) => run.value(e.index),
  score: (e, { run }) => toPoints(run.score(e.index)),
  grade: (e, { run }) => run.grade(e.index),
  stage: (e, { run }) => run.stage(e.index),

  not: (e, scope) => !holds(e.of, scope),
  and: (e, scope) => e.of.every(part => holds(part, scope)),
  or: (e, scope) => e.of.some(part => holds(part, scope)),

  equal: comparison((a: Value, b) => a === b),
  less: comparison((a: number, b) => a < b),
  atMost: comparison((a: number, b) => a <= b),
  contains: comparison((a: string, b) => a.includes(b)),
  startsWith: comparison((a: string, b) => a.startsWith(b)),
  endsWith: comparison((a: string, b) => a.endsWith(b)),
  containsWord: comparison(containsWord),

  known: (e, scope) => compute(e.of, scope) !== null,
  member: test((value: string | number, e) => e.values.includes(value)),
  like: test((text: string, e) => like(text, e.pattern)),
  matches: test((text: string, e) => search(e.automaton, text)),
  has: (e, scope) => {
    const [list, item] = [compute(e.list, scope) as readonly string[] | null, compute(e.item, scope)]
    return list?.some(entry => fold(entry) === item) ?? false
  },

  fold: mapping((text: string) => fold(text)),
  length: mapping(lengthOf),
  domain: mapping(domain),
  floor: mapping((number: number) => Math.floor(number)),
  abs: mapping((number: number) => Math.abs(number)),
  halve: mapping(halve),
  calendar: (e, scope) => {
    const at = numberOf(e.of, scope)
    return at === null ? null : calendarPart(e.part, at, scope.run.program.zone)
  },

  add: arithmetic((a, b) => a + b),
  subtract: arithmetic((a, b) => a - b),
  multiply: arithmetic((a, b) => a * b),
  divide: arithmetic((a, b) => a / b),
  min: arithmetic(Math.min),
  max: arithmetic(Math.max),

  choose: (e, scope) => compute(e.cases.find(one => holds(one.when, scope))?.then ?? e.otherwise, scope),
  count: (e, { run }) => run.events(e.set).length,
  aggregate: (e, { run }) => run.aggregate(e),
} satisfies { [K in Op]: (e: ExprOf<K>, scope: Scope) => Value }

/** The value of an expression. */
export function compute(e: Expr, scope: Scope): Value {
  return (meaning[e.op] as (e: Expr, scope: Scope) => Value)(e, scope)
}

/** Whether a condition holds. */
export function holds(e: Expr, scope: Scope): boolean {
  return compute(e, scope) === true
}

/** The value of an expression of numbers or instants. */
export function numberOf(e: Expr, scope: Scope): number | null {
  return compute(e, scope) as number | null
}

type Pair = { readonly left: Expr; readonly right: Expr }
type Single = { readonly of: Expr }

/** False where either side is unknown. */
function comparison<T extends Value>(compare: (a: T, b: T) => boolean) {
  return (e: Pair, scope: Scope): boolean => {
    const [a, b] = [compute(e.left, scope) as T | null, compute(e.right, scope) as T | null]
    return a !== null && b !== null && compare(a, b)
  }
}

/** False of unknown. */
function test<T extends Value, E extends Single>(passes: (value: T, e: E) => boolean) {
  return (e: E, scope: Scope): boolean => {
    const value = compute(e.of, scope) as T | null
    return value !== null && passes(value, e)
  }
}

/** Unknown of unknown. */
function mapping<T extends Value>(map: (value: T) => Value) {
  return (e: Single, scope: Scope): Value => {
    const value = compute(e.of, scope) as T | null
    return value === null ? null : map(value)
  }
}

/** Unknown where either side is, and where the result is no number: division by zero, overflow. */
function arithmetic(operate: (a: number, b: number) => number) {
  return (e: Pair, scope: Scope): Value => {
    const [a, b] = [numberOf(e.left, scope), numberOf(e.right, scope)]
    return a === null || b === null ? null : finite(operate(a, b))
  }
}
