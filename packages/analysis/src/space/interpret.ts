/** What conditions on one number or instant say of all values of an interval. */
import type { Expr, ExprOf, Op, Program } from '@merit-lang/runtime'
import {
  absolute,
  anything,
  combined,
  consensus,
  difference,
  type Enclosure,
  either,
  halved,
  Interval,
  isAtMost,
  isEqual,
  isKnown,
  isLess,
  mayBeUnknown,
  opposite,
  quotient,
  rising,
  type Truth,
} from '@merit-lang/runtime/reference'

/** An instant: how far it is from now, in milliseconds, and where it is on the calendar. */
export class Instant {
  readonly fromNow: Enclosure
  readonly fixed: Enclosure

  constructor(fromNow: Enclosure, fixed: Enclosure) {
    this.fromNow = fromNow
    this.fixed = fixed
  }
}

export type Found = Enclosure | Instant

/** What the condition reads, whatever it calls it. */
export interface Given {
  readonly program: Program
  readonly subject: Found
}

/** Not decided: over some values it holds, over others it does not, or it is not understood. */
export function truthOver(condition: Expr, given: Given): Truth {
  return truthOf(enclose(condition, given))
}

const UNBOUND = new Interval(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, false)
const NOW = new Instant(0, UNBOUND)

function enclose(e: Expr, given: Given): Found {
  return (meaning[e.op] as (e: Expr, given: Given) => Found)(e, given)
}

function truthOf(of: Found): Truth {
  return of instanceof Interval || of instanceof Instant ? undefined : of === true
}

const itself = (_: Expr, { subject }: Given): Found => subject
/** Nothing that numbers and instants are asked. */
const unclear = (): Found => anything

const meaning = {
  const: ({ value }) => value,
  attribute: itself,
  property: itself,
  eventTime: itself,
  now: () => NOW,
  value: ({ index }, given) => enclose(given.program.values[index] as Expr, given),

  not: ({ of }, given) => settled(opposite(truthOver(of, given))),
  and: ({ of }, given) => settled(every(of, part => truthOver(part, given))),
  or: ({ of }, given) => settled(opposite(every(of, part => opposite(truthOver(part, given))))),
  equal: compared(isEqual),
  less: compared(isLess),
  atMost: compared(isAtMost),
  member: ({ of, values }, given) => {
    const value = enclose(of, given)
    return settled(opposite(every(values, one => opposite(compare(isEqual, value, one)))))
  },
  known: ({ of }, given) => {
    const value = enclose(of, given)
    return settled(value instanceof Instant || isKnown(value))
  },
  choose: ({ cases, otherwise }, given) => {
    const possible: Found[] = []
    for (const { when, then } of cases) {
      const holds = truthOver(when, given)
      if (holds !== false) possible.push(enclose(then, given))
      if (holds) return possible.reduce(oneOrOther)
    }
    return [...possible, enclose(otherwise, given)].reduce(oneOrOther)
  },

  add: ({ left, right }, given) => sum(enclose(left, given), enclose(right, given)),
  subtract: ({ left, right }, given) => lessBy(enclose(left, given), enclose(right, given)),
  multiply: plain((a, b) => combined(a, b, (a, b) => a * b)),
  divide: plain(quotient),
  min: plain((a, b) => combined(a, b, Math.min)),
  max: plain((a, b) => combined(a, b, Math.max)),
  floor: ofPlain(of => rising(of, Math.floor)),
  abs: ofPlain(absolute),
  halve: ofPlain(halved),

  calendar: unclear,
  fold: unclear,
  contains: unclear,
  startsWith: unclear,
  endsWith: unclear,
  containsWord: unclear,
  like: unclear,
  matches: unclear,
  has: unclear,
  length: unclear,
  domain: unclear,
  amount: unclear,
  age: unclear,
  score: unclear,
  grade: unclear,
  stage: unclear,
  count: unclear,
  aggregate: unclear,
} satisfies { [K in Op]: (e: ExprOf<K>, given: Given) => Found }

type Pair = { readonly left: Expr; readonly right: Expr }
type Compare = (a: Enclosure, b: Enclosure) => Truth

function compared(by: Compare) {
  return ({ left, right }: Pair, given: Given): Found =>
    settled(compare(by, enclose(left, given), enclose(right, given)))
}

/** Instants are told apart by how far they are from now; an instant and a number, which is one too, by the calendar. */
function compare(by: Compare, a: Found, b: Found): Truth {
  if (a instanceof Instant && b instanceof Instant) return by(a.fromNow, b.fromNow)
  return by(a instanceof Instant ? a.fixed : a, b instanceof Instant ? b.fixed : b)
}

function every<T>(parts: readonly T[], truth: (part: T) => Truth): Truth {
  const truths = parts.map(truth)
  return consensus(
    truths.every(one => one === true),
    !truths.includes(false),
  )
}

function settled(truth: Truth): Found {
  return truth ?? anything
}

const plus: Move = (a, b) => combined(a, b, (a, b) => a + b)

function sum(a: Found, b: Found): Found {
  if (a instanceof Instant) return b instanceof Instant ? anything : moved(a, b, plus)
  return b instanceof Instant ? moved(b, a, plus) : plus(a, b)
}

function lessBy(a: Found, b: Found): Found {
  if (!(a instanceof Instant)) return b instanceof Instant ? anything : difference(a, b)
  return b instanceof Instant ? difference(a.fromNow, b.fromNow) : moved(a, b, difference)
}

type Move = (of: Enclosure, by: Enclosure) => Enclosure

function moved({ fromNow, fixed }: Instant, by: Enclosure, move: Move): Found {
  if (mayBeUnknown(by)) return by === null ? null : anything
  return new Instant(move(fromNow, by), move(fixed, by))
}

function oneOrOther(a: Found, b: Found): Found {
  if (a instanceof Instant || b instanceof Instant) return a === b ? a : anything
  return either(a, b)
}

function plain(operate: (a: Enclosure, b: Enclosure) => Enclosure) {
  return ({ left, right }: Pair, given: Given): Found => {
    const [a, b] = [enclose(left, given), enclose(right, given)]
    return a instanceof Instant || b instanceof Instant ? anything : operate(a, b)
  }
}

function ofPlain(operate: (of: Enclosure) => Enclosure) {
  return ({ of }: { readonly of: Expr }, given: Given): Found => {
    const value = enclose(of, given)
    return value instanceof Instant ? anything : operate(value)
  }
}
