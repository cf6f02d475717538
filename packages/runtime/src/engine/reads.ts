import { fold } from '../fold.ts'
import { search } from '../kernel/automaton.ts'
import { halve } from '../kernel/halve.ts'
import { toPoints } from '../kernel/points.ts'
import { containsWord, domain, lengthOf, like } from '../kernel/text.ts'
import type { Attribute, Expr, ExprOf, Op } from '../program.ts'
import { calendarPart } from '../time/calendar.ts'
import { aggregate } from './aggregates.ts'
import { isNumeric } from './basis.ts'
import type { Compiler } from './compiler.ts'
import { type Known, NONE, type Read, type View } from './view.ts'

/** The closure of each operation: `kernel/expressions.ts` in another form, and held to it by a law. */
export const reads = {
  const: ({ value }) => {
    const known = value ?? Number.NaN
    return () => known
  },
  attribute: ({ index }, { program }) => attributeRead(index, program.attributes[index] as Attribute),
  property: ({ name }, compiler) => propertyRead(compiler.propertiesNamed(name)),
  eventTime: () => (view, event) => (event === NONE ? Number.NaN : timeOf(view, event)),
  now: () => view => view.now,
  amount: () => view => view.amount,
  age: () => view => view.age,
  value: ({ index }, compiler) => compiler.valueRead(index),
  score:
    ({ index }) =>
    view =>
      toPoints(view.outcome.score(index)),
  grade:
    ({ index }) =>
    view =>
      view.outcome.grade(index),
  stage:
    ({ index }) =>
    view =>
      view.outcome.stage(index),

  not: ({ of }, compiler) => {
    const read = compiler.read(of)
    return (view, event) => read(view, event) !== true
  },
  and: ({ of }, compiler) => conjunction(of, compiler),
  or: ({ of }, compiler) => anyOf(of.map(part => compiler.read(part))),

  equal: pair((a, b) => (view, event) => a(view, event) === b(view, event)),
  less: ({ left, right }, compiler) => {
    const [a, b, low, high] = [compiler.read(left), compiler.read(right), numberIn(left), numberIn(right)]
    if (high !== undefined) return (view, event) => (a(view, event) as number) < high
    if (low !== undefined) return (view, event) => low < (b(view, event) as number)
    return (view, event) => a(view, event) < b(view, event)
  },
  atMost: ({ left, right }, compiler) => {
    const [a, b, low, high] = [compiler.read(left), compiler.read(right), numberIn(left), numberIn(right)]
    if (high !== undefined) return (view, event) => (a(view, event) as number) <= high
    if (low !== undefined) return (view, event) => low <= (b(view, event) as number)
    return (view, event) => a(view, event) <= b(view, event)
  },
  contains: texts((a, b) => a.includes(b)),
  startsWith: texts((a, b) => a.startsWith(b)),
  endsWith: texts((a, b) => a.endsWith(b)),
  containsWord: texts(containsWord),

  known: ({ of }, compiler) => {
    const read = compiler.read(of)
    return (view, event) => isKnown(read(view, event))
  },
  member: ({ of, values }, compiler) => {
    const read = compiler.read(of)
    const among = new Set<Known>(values)
    return (view, event) => among.has(read(view, event))
  },
  like: ({ of, pattern }, compiler) => text(compiler.read(of), value => like(value, pattern), false),
  matches: ({ of, automaton }, compiler) => text(compiler.read(of), value => search(automaton, value), false),
  has: ({ list, item }, compiler) => {
    const [lists, items] = [compiler.read(list), compiler.read(item)]
    return (view, event) => {
      const entries = lists(view, event)
      const wanted = items(view, event)
      return Array.isArray(entries) && entries.some(entry => fold(entry) === wanted)
    }
  },

  fold: ({ of }, compiler) => text(compiler.read(of), fold, Number.NaN),
  length: ({ of }, compiler) => text(compiler.read(of), lengthOf, Number.NaN),
  domain: ({ of }, compiler) => text(compiler.read(of), value => domain(value) ?? Number.NaN, Number.NaN),
  floor: number(Math.floor),
  abs: number(Math.abs),
  halve: number(halve),
  calendar: ({ part, of }, compiler) => {
    const read = compiler.read(of)
    const { zone } = compiler.program
    return (view, event) => calendarPart(part, read(view, event) as number, zone) ?? Number.NaN
  },

  add: pair((a, b) => (view, event) => finite((a(view, event) as number) + (b(view, event) as number))),
  subtract: pair((a, b) => (view, event) => finite((a(view, event) as number) - (b(view, event) as number))),
  multiply: pair((a, b) => (view, event) => finite((a(view, event) as number) * (b(view, event) as number))),
  divide: pair((a, b) => (view, event) => finite((a(view, event) as number) / (b(view, event) as number))),
  min: pair((a, b) => (view, event) => Math.min(a(view, event) as number, b(view, event) as number)),
  max: pair((a, b) => (view, event) => Math.max(a(view, event) as number, b(view, event) as number)),

  choose: ({ cases, otherwise }, compiler) => {
    const whens = cases.map(({ when }) => compiler.read(when))
    const thens = [...cases.map(({ then }) => then), otherwise].map(one => compiler.read(one))
    return (view, event) => {
      const place = firstOf(whens, view, event)
      return (thens[place < 0 ? whens.length : place] as Read)(view, event)
    }
  },
  count: ({ set }, compiler) => compiler.countRead(set),
  aggregate,
} satisfies { [K in Op]: (expr: ExprOf<K>, compiler: Compiler) => Read }

/** Only NaN differs from itself. */
function isKnown(value: Known): boolean {
  // biome-ignore lint/suspicious/noSelfCompare: a text has no business in Number.isNaN
  return value === value
}

function finite(result: number): number {
  return Number.isFinite(result) ? result : Number.NaN
}

export function timeOf(view: View, event: number): number {
  return event >= 0 ? (view.at[event] as number) : (view.moments[-2 - event] as number)
}

function attributeRead(index: number, { type }: Attribute): Read {
  if (isNumeric(type)) return view => (view.attributes[index] as Bound).numbers[view.row] as number
  return view => {
    const { values, codes } = view.attributes[index] as Bound
    return values[codes[view.row] as number] ?? Number.NaN
  }
}
type Bound = View['attributes'][number]

/** `places`: by event type, the property's place and whether it is a number; -1 where the type has none of the name. */
function propertyRead(places: readonly { readonly place: number; readonly numeric: boolean }[]): Read {
  return (view, event) => {
    if (event < 0) return Number.NaN
    const type = view.type[event] as number
    const { place, numeric } = places[type] as { place: number; numeric: boolean }
    if (place < 0) return Number.NaN
    const { numbers, values, codes } = (view.properties[type] as readonly Bound[])[place] as Bound
    const row = view.place[event] as number
    return numeric ? (numbers[row] as number) : (values[codes[row] as number] ?? Number.NaN)
  }
}

/** The place of the first that holds, or -1. */
export function firstOf(tests: readonly Read[], view: View, event: number): number {
  for (let i = 0; i < tests.length; i++) if ((tests[i] as Read)(view, event) === true) return i
  return -1
}

export function allOf(parts: readonly Read[]): Read {
  const [first, second] = parts
  if (parts.length === 1) return first as Read
  if (first && second && parts.length === 2)
    return (view, event) => first(view, event) === true && second(view, event) === true
  return (view, event) => {
    for (let i = 0; i < parts.length; i++) if ((parts[i] as Read)(view, event) !== true) return false
    return true
  }
}

/** Whether all hold. */
export function conjunction(parts: readonly Expr[], compiler: Compiler): Read {
  const reads: Read[] = []
  for (let i = 0; i < parts.length; i++) {
    const range = rangeOf(parts[i] as Expr, parts[i + 1], compiler)
    reads.push(range ?? compiler.read(parts[i] as Expr))
    if (range) i++
  }
  return allOf(reads)
}

/** `low <= x and x <= high`, as ranges are written, with one look at x. */
function rangeOf(above: Expr, below: Expr | undefined, compiler: Compiler): Read | undefined {
  if (above.op !== 'atMost' || below?.op !== 'atMost') return undefined
  const [low, high] = [numberIn(above.left), numberIn(below.right)]
  if (low === undefined || high === undefined || !isSame(above.right, below.left)) return undefined
  const read = compiler.read(above.right)
  return (view, event) => {
    const number = read(view, event) as number
    return number >= low && number <= high
  }
}

function isSame(a: Expr, b: Expr): boolean {
  if (a.op === 'attribute') return b.op === 'attribute' && a.index === b.index
  return a === b || (a.op === 'property' && b.op === 'property' && a.name === b.name)
}

function anyOf(parts: readonly Read[]): Read {
  return (view, event) => firstOf(parts, view, event) >= 0
}

function numberIn(expr: Expr): number | undefined {
  return expr.op === 'const' && typeof expr.value === 'number' ? expr.value : undefined
}

type Pair = { readonly left: Expr; readonly right: Expr }
type Single = { readonly of: Expr }

function pair(closure: (a: Read, b: Read) => Read) {
  return ({ left, right }: Pair, compiler: Compiler): Read => closure(compiler.read(left), compiler.read(right))
}

function texts(compare: (a: string, b: string) => boolean) {
  return pair((left, right) => (view, event) => {
    const a = left(view, event)
    const b = right(view, event)
    return typeof a === 'string' && typeof b === 'string' && compare(a, b)
  })
}

function text(read: Read, map: (value: string) => Known, unknown: Known): Read {
  return (view, event) => {
    const value = read(view, event)
    return typeof value === 'string' ? map(value) : unknown
  }
}

function number(map: (value: number) => number) {
  return ({ of }: Single, compiler: Compiler): Read => {
    const read = compiler.read(of)
    return (view, event) => map(read(view, event) as number)
  }
}
