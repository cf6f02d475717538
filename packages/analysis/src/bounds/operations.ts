import type { Expr, ExprOf, Op } from '@merit-lang/runtime'
import {
  absolute,
  anything,
  both,
  combined,
  difference,
  type Enclosure,
  halved,
  highest,
  Interval,
  isAtMost,
  isEqual,
  isKnown,
  isLess,
  lowest,
  mayBeUnknown,
  opposite,
  quotient,
  rising,
  type Truth,
  toPoints,
} from '@merit-lang/runtime/reference'
import type { Space } from '../space/space.ts'
import { aggregateOf } from './aggregates.ts'
import { attributeOf, momentOf, propertyOf } from './attributes.ts'
import { oneOf } from './choice.ts'
import { comparison, followed } from './exact.ts'
import { deciding, type Enclose, enclose, enclosing, perhaps, settled } from './expressions.ts'
import type { Members } from './members.ts'
import { motionOf } from './motion.ts'
import { EVENTS, needsOf } from './needs.ts'
import { membersOf } from './sets.ts'
import { numbered, remembered } from './view.ts'

/** No lead has more events than there are whole doubles. */
const MOST = Number.MAX_SAFE_INTEGER

/** What encloses each kernel operation that is no atom of the space. */
export const closures = {
  const:
    ({ value }) =>
    () =>
      value,
  attribute:
    ({ index }) =>
    ({ view }) =>
      attributeOf(index, view),
  property:
    ({ name }) =>
    ({ view, event }) =>
      propertyOf(name, event, view),
  eventTime:
    () =>
    ({ event }) =>
      event ? momentOf(event) : null,
  now: () => () => 0,
  amount:
    () =>
    ({ amount }) =>
      amount,
  age:
    () =>
    ({ age }) =>
      age,
  value: ({ index }, space) => {
    const answers = needsOf(space.program.values[index] as Expr, space) <= EVENTS ? 'ofEvents' : 'answers'
    return ({ view }) => numbered(view[answers].values, index, () => enclose(space.program.values[index] as Expr, view))
  },
  score:
    ({ index }) =>
    ({ view }) =>
      rising(view.totals.score(index), toPoints),
  grade:
    ({ index }) =>
    ({ view }) => {
      const labels = view.totals.grade(index)
      return labels.size > 0 ? oneOf([...labels]) : anything
    },
  stage:
    ({ index }) =>
    ({ view }) =>
      settled(view.totals.stage(index)),
  count:
    ({ set }) =>
    ({ view }) =>
      numberOf(membersOf(set, view)),
  aggregate: (e, space) => {
    const answers = needsOf(e, space) <= EVENTS ? 'ofEvents' : 'answers'
    return ({ view }) => remembered(view[answers].aggregates, e, () => aggregateOf(e, view))
  },

  not: ({ of }, space) => {
    const inner = deciding(of, space)
    return scope => settled(opposite(inner(scope)))
  },
  and: ({ of }, space) => {
    const parts = of.map(part => deciding(part, space))
    return scope => settled(every(parts, part => part(scope)))
  },
  or: ({ of }, space) => {
    const parts = of.map(part => deciding(part, space))
    return scope => settled(opposite(every(parts, part => opposite(part(scope)))))
  },
  equal: comparison(isEqual),
  less: comparison(isLess),
  atMost: comparison(isAtMost),
  member: (e, space) => {
    if (motionOf(e.of, space.program) === 'moving') return perhaps
    return followed(e, space, ([of]) => (isAmong(of as Enclosure, e.values) ? anything : false))
  },
  known: ({ of }, space) => {
    const inner = enclosing(of, space)
    return scope => settled(isKnown(inner(scope)))
  },

  contains: followed,
  startsWith: followed,
  endsWith: followed,
  containsWord: followed,
  like: followed,
  matches: followed,
  has: followed,
  fold: (e, space) => followed(e, space, ([of]) => of as Enclosure),
  length: (e, space) => followed(e, space, ([of]) => new Interval(0, MOST, mayBeUnknown(of as Enclosure))),
  domain: followed,
  calendar: (e, space) => (motionOf(e.of, space.program) === 'still' ? followed(e, space) : perhaps),

  floor: single(of => rising(of, Math.floor)),
  abs: single(absolute),
  halve: single(halved),
  add: pair((a, b) => combined(a, b, (a, b) => a + b)),
  subtract: pair(difference),
  multiply: pair((a, b) => combined(a, b, (a, b) => a * b)),
  divide: pair(quotient),
  min: pair((a, b) => combined(a, b, Math.min)),
  max: pair((a, b) => combined(a, b, Math.max)),

  choose: ({ cases, otherwise }, space) => {
    const tried = cases.map(({ when, then }) => ({ when: deciding(when, space), value: enclosing(then, space) }))
    const last = enclosing(otherwise, space)
    return scope =>
      firstOf(
        tried,
        ({ when }) => when(scope),
        ({ value }) => value(scope),
        () => last(scope),
      )
  },
} satisfies { [K in Op]: (e: ExprOf<K>, space: Space) => Enclose }

function numberOf({ low, high }: Members): Enclosure {
  return low === high ? low : new Interval(low, Math.min(high, MOST), false)
}

/** The value of the first case that holds. */
export function firstOf<C>(
  cases: readonly C[],
  when: (one: C) => Truth,
  value: (one: C) => Enclosure,
  otherwise: () => Enclosure,
): Enclosure {
  const found: Enclosure[] = []
  for (const one of cases) {
    const holds = when(one)
    if (holds === false) continue
    found.push(value(one))
    if (holds) return oneOf(found)
  }
  return oneOf([...found, otherwise()])
}

function isAmong(of: Enclosure, values: readonly (string | number)[]): boolean {
  return values.some(value => typeof value === 'string' || (lowest(of) <= value && value <= highest(of)))
}

/** All of them; none is looked at after one that is false. */
function every<T>(parts: readonly T[], truth: (part: T) => Truth): Truth {
  let whole: Truth = true
  for (const part of parts) {
    whole = both(whole, truth(part))
    if (whole === false) return false
  }
  return whole
}

type Single = { readonly of: Expr }
type Pair = { readonly left: Expr; readonly right: Expr }

function single(operate: (of: Enclosure) => Enclosure) {
  return ({ of }: Single, space: Space): Enclose => {
    const inner = enclosing(of, space)
    return scope => operate(inner(scope))
  }
}

function pair(operate: (a: Enclosure, b: Enclosure) => Enclosure) {
  return ({ left, right }: Pair, space: Space): Enclose => {
    const [a, b] = [enclosing(left, space), enclosing(right, space)]
    return scope => operate(a(scope), b(scope))
  }
}
