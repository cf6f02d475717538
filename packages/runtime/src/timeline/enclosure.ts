import { finite } from '../kernel/points.ts'
import type { Value } from '../program.ts'

/** Numbers from `low` to `high`, and perhaps unknown. The widest one encloses every value, also those that are no numbers. */
export class Interval {
  readonly low: number
  readonly high: number
  readonly unknown: boolean

  constructor(low: number, high: number, unknown: boolean) {
    this.low = low
    this.high = high
    this.unknown = unknown
  }
}

/** What encloses a value while time passes: the value itself where it is the same throughout, else an interval. */
export type Enclosure = Value | Interval

/** Undefined: perhaps, or not throughout. */
export type Truth = boolean | undefined

export const anything = new Interval(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, true)

/** The number itself where both ends are the same. An end beyond the numbers may be unknown; one that is no number says nothing. */
export function between(low: number, high: number, unknown = false): Enclosure {
  if (low === high && !unknown) return finite(low)
  return low <= high ? new Interval(low, high, unknown || high - low === Number.POSITIVE_INFINITY) : anything
}

export function lowest(of: Enclosure): number {
  return typeof of === 'number' ? of : of instanceof Interval ? of.low : Number.NEGATIVE_INFINITY
}

export function highest(of: Enclosure): number {
  return typeof of === 'number' ? of : of instanceof Interval ? of.high : Number.POSITIVE_INFINITY
}

export function mayBeUnknown(of: Enclosure): boolean {
  return of instanceof Interval ? of.unknown : of === null
}

/** What is one or the other. */
export function either(a: Enclosure, b: Enclosure): Enclosure {
  if (a === b) return a
  if (a === null) return withUnknown(b)
  if (b === null) return withUnknown(a)
  return new Interval(
    Math.min(lowest(a), lowest(b)),
    Math.max(highest(a), highest(b)),
    mayBeUnknown(a) || mayBeUnknown(b),
  )
}

function withUnknown(of: Enclosure): Enclosure {
  return of === null ? null : new Interval(lowest(of), highest(of), true)
}

/** Numbers with `number` in place of unknown. */
export function orElse(of: Enclosure, number: number): Enclosure {
  if (of === null) return number
  if (!(of instanceof Interval && of.unknown)) return of
  return new Interval(Math.min(of.low, number), Math.max(of.high, number), false)
}

/** Of a function that never falls. Unknown of unknown. */
export function rising(of: Enclosure, map: (number: number) => number): Enclosure {
  if (of === null) return null
  return of instanceof Interval ? between(map(of.low), map(of.high), of.unknown) : map(of as number)
}

/** Of an operation that, for each fixed operand, rises or falls in the other one: its extremes lie at the corners. */
export function combined(a: Enclosure, b: Enclosure, operate: (a: number, b: number) => number): Enclosure {
  if (a === null || b === null) return null
  if (!(a instanceof Interval || b instanceof Interval)) return finite(operate(a as number, b as number))
  const [low, high] = [lowest(a), highest(a)]
  const [c, d] = [operate(low, lowest(b)), operate(low, highest(b))]
  const [e, f] = [operate(high, lowest(b)), operate(high, highest(b))]
  return between(Math.min(c, d, e, f), Math.max(c, d, e, f), mayBeUnknown(a) || mayBeUnknown(b))
}

export function both(a: Truth, b: Truth): Truth {
  return a === false || b === false ? false : a && b
}

export function opposite(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth
}

/** Whether it is so everywhere, somewhere (undefined) or nowhere. */
export function consensus(everywhere: boolean, somewhere: boolean): Truth {
  return everywhere ? true : somewhere ? undefined : false
}
