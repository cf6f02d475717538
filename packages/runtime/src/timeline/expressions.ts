import { fold } from '../fold.ts'
import { search } from '../kernel/automaton.ts'
import { halve } from '../kernel/halve.ts'
import { toPoints } from '../kernel/points.ts'
import { containsWord, domain, lengthOf, like } from '../kernel/text.ts'
import type { Expr, ExprOf, Op, Value } from '../program.ts'
import { calendarPart } from '../time/calendar.ts'
import {
  anything,
  between,
  both,
  combined,
  consensus,
  type Enclosure,
  either,
  highest,
  Interval,
  lowest,
  mayBeUnknown,
  opposite,
  rising,
  type Truth,
} from './enclosure.ts'
import type { Scope } from './period.ts'

/** More than the doubles of `halve` ever stray from falling steadily. */
const SLACK = 1e-14

/** What encloses each kernel operation over a period. Over one instant, and wherever nothing moves, it is its exact value. */
const enclosures = {
  const: e => e.value,
  attribute: (e, { period }) => period.lead.attributes[e.index] ?? null,
  property: (e, { event }) => event?.properties.get(e.name) ?? null,
  eventTime: (_, { event }) => event?.at ?? null,
  now: (_, { period }) => between(period.from, period.to),
  amount: (_, { amount }) => amount ?? null,
  age: (_, { age }) => age ?? null,
  value: (e, { period }) => period.value(e.index),
  score: (e, { period }) => rising(period.score(e.index), toPoints),
  grade: (e, { period }) => period.grade(e.index),
  stage: (e, { period }) => settled(period.stage(e.index)),

  not: (e, scope) => settled(opposite(truth(e.of, scope))),
  and: (e, scope) => settled(all(e.of, scope)),
  or: (e, scope) => settled(any(e.of, scope)),

  equal: comparison(areEqual),
  less: comparison(isLess),
  atMost: comparison((a, b) => opposite(isLess(b, a))),
  contains: onTexts((a, b) => a.includes(b)),
  startsWith: onTexts((a, b) => a.startsWith(b)),
  endsWith: onTexts((a, b) => a.endsWith(b)),
  containsWord: onTexts(containsWord),

  known: (e, scope) => {
    const of = enclose(e.of, scope)
    return mayBeUnknown(of) ? of !== null && anything : true
  },
  member: test((value, e) => e.values.includes(value as string | number)),
  like: test((text, e) => like(text as string, e.pattern)),
  matches: test((text, e) => search(e.automaton, text as string)),
  has: (e, scope) => {
    const [list, item] = [enclose(e.list, scope), enclose(e.item, scope)]
    if (list instanceof Interval || item instanceof Interval) return anything
    return (list as readonly string[] | null)?.some(entry => fold(entry) === item) ?? false
  },

  fold: mapping(text => fold(text as string)),
  length: mapping(text => lengthOf(text as string)),
  domain: mapping(text => domain(text as string)),
  calendar: mapping((at, e, { period }) => calendarPart(e.part, at as number, period.program.zone)),

  floor: (e, scope) => rising(enclose(e.of, scope), Math.floor),
  abs: (e, scope) => {
    const of = enclose(e.of, scope)
    return combined(of, combined(0, of, minus), Math.max)
  },
  halve: (e, scope) => {
    const of = enclose(e.of, scope)
    if (!(of instanceof Interval)) return rising(of, halve)
    return between(halve(of.high) * (1 - SLACK), halve(of.low) * (1 + SLACK), of.unknown)
  },

  add: arithmetic((a, b) => a + b),
  subtract: arithmetic(minus),
  multiply: arithmetic((a, b) => a * b),
  divide: (e, scope) => {
    const [a, b] = [enclose(e.left, scope), enclose(e.right, scope)]
    return b instanceof Interval && b.low <= 0 && b.high >= 0 ? anything : combined(a, b, (a, b) => a / b)
  },
  min: arithmetic(Math.min),
  max: arithmetic(Math.max),

  choose: (e, scope) =>
    firstOf(
      e.cases,
      one => truth(one.when, scope),
      one => enclose(one.then, scope),
      () => enclose(e.otherwise, scope),
    ),
  count: (e, { period }) => {
    const { events, unsure } = period.members(e.set)
    return between(events.length - unsure.size, events.length)
  },
  aggregate: (e, { period }) => period.aggregate(e),
} satisfies { [K in Op]: (e: ExprOf<K>, scope: Scope) => Enclosure }

export function enclose(e: Expr, scope: Scope): Enclosure {
  return (enclosures[e.op] as (e: Expr, scope: Scope) => Enclosure)(e, scope)
}

/** Whether a condition holds throughout, or never, or neither. */
export function truth(e: Expr, scope: Scope): Truth {
  const of = enclose(e, scope)
  return of instanceof Interval ? undefined : of === true
}

/** The value of the first case that holds. */
export function firstOf<C>(
  cases: readonly C[],
  when: (one: C) => Truth,
  value: (one: C) => Enclosure,
  otherwise: () => Enclosure,
): Enclosure {
  let before: Enclosure | undefined
  for (const one of cases) {
    const holds = when(one)
    if (holds === false) continue
    const found = value(one)
    before = before === undefined ? found : either(before, found)
    if (holds) return before
  }
  return before === undefined ? otherwise() : either(before, otherwise())
}

/** Of known values. */
export function isLess(a: Enclosure, b: Enclosure): Truth {
  return consensus(highest(a) < lowest(b), lowest(a) < highest(b))
}

function settled(truth: Truth): Enclosure {
  return truth ?? anything
}

function all(conditions: readonly Expr[], scope: Scope): Truth {
  let sofar: Truth = true
  for (const condition of conditions) {
    sofar = both(sofar, truth(condition, scope))
    if (sofar === false) return false
  }
  return sofar
}

function any(conditions: readonly Expr[], scope: Scope): Truth {
  let sofar: Truth = false
  for (const condition of conditions) {
    const holds = truth(condition, scope)
    if (holds) return true
    if (holds === undefined) sofar = undefined
  }
  return sofar
}

function areEqual(a: Enclosure, b: Enclosure): Truth {
  if (!(a instanceof Interval || b instanceof Interval)) return a === b
  return highest(a) < lowest(b) || highest(b) < lowest(a) ? false : undefined
}

function minus(a: number, b: number): number {
  return a - b
}

type Pair = { readonly left: Expr; readonly right: Expr }
type Single = { readonly of: Expr }

/** False where either side is unknown. */
function comparison(compare: (a: Enclosure, b: Enclosure) => Truth) {
  return (e: Pair, scope: Scope): Enclosure => {
    const [a, b] = [enclose(e.left, scope), enclose(e.right, scope)]
    if (a === null || b === null) return false
    const holds = compare(a, b)
    return holds && (mayBeUnknown(a) || mayBeUnknown(b)) ? anything : settled(holds)
  }
}

function onTexts(compare: (a: string, b: string) => boolean) {
  return comparison((a, b) =>
    a instanceof Interval || b instanceof Interval ? undefined : compare(a as string, b as string),
  )
}

/** False of unknown. */
function test<E extends Single>(passes: (value: Value, e: E) => boolean) {
  return (e: E, scope: Scope): Enclosure => {
    const of = enclose(e.of, scope)
    return of instanceof Interval ? anything : of !== null && passes(of, e)
  }
}

/** Unknown of unknown. */
function mapping<E extends Single>(map: (value: Value, e: E, scope: Scope) => Value) {
  return (e: E, scope: Scope): Enclosure => {
    const of = enclose(e.of, scope)
    return of instanceof Interval ? anything : of === null ? null : map(of, e, scope)
  }
}

function arithmetic(operate: (a: number, b: number) => number) {
  return (e: Pair, scope: Scope): Enclosure => combined(enclose(e.left, scope), enclose(e.right, scope), operate)
}
