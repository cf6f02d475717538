import type { Value } from '@merit-lang/runtime'
import { type Enclosure, either, highest, Interval, lowest, type Truth } from '@merit-lang/runtime/reference'

/** Products of more values than these are not followed. */
const FEW = 64

/** One of a few values, for what depends on more than the ends. */
export class Choice extends Interval {
  readonly values: readonly Value[]

  constructor(values: readonly Value[]) {
    const known = values.filter(value => value !== null)
    super(Math.min(...known.map(lowest)), Math.max(...known.map(highest)), known.length < values.length)
    this.values = values
  }
}

/** What is one of these; there is at least one. */
export function oneOf(parts: readonly Enclosure[]): Enclosure {
  const [first = null] = parts
  if (parts.every(part => part === first)) return first
  const values = parts.map(valuesOf)
  if (!values.every(few => few !== undefined)) return parts.reduce(either)
  const all = new Set(values.flat())
  return all.size > FEW ? parts.reduce(either) : new Choice([...all])
}

/** All that it may be; undefined where they are not few. */
export function valuesOf(of: Enclosure): readonly Value[] | undefined {
  if (of instanceof Choice) return of.values
  return of instanceof Interval ? undefined : [of]
}

/** What an operation gives for each choice of its operands; undefined where those are not few. */
export function overAll(operands: readonly Enclosure[], operate: (values: readonly Value[]) => Value) {
  let rows: readonly (readonly Value[])[] = [[]]
  for (const operand of operands) {
    const values = valuesOf(operand)
    if (!values || values.length * rows.length > FEW) return undefined
    rows = rows.flatMap(row => values.map(value => [...row, value]))
  }
  return oneOf(rows.map(operate))
}

/** Both enclose it. */
export function meet(a: Enclosure, b: Enclosure): Enclosure {
  if (valuesOf(a) || !(b instanceof Interval)) return valuesOf(b)?.length === 1 ? b : a
  if (b instanceof Choice) return b
  const [low, high] = [Math.max(lowest(a), b.low), Math.min(highest(a), b.high)]
  return low <= high ? new Interval(low, high, (a as Interval).unknown && b.unknown) : a
}

/** Whether a condition holds, by what its value may be. */
export function truthOf(of: Enclosure): Truth {
  if (!(of instanceof Interval)) return of === true
  return of instanceof Choice && !of.values.includes(true) ? false : undefined
}

/** Without unknown, where there is more than that. */
export function asKnown(of: Enclosure): Enclosure {
  if (of instanceof Choice) return of.unknown ? oneOf(of.values.filter(value => value !== null)) : of
  return of instanceof Interval && of.unknown ? new Interval(of.low, of.high, false) : of
}
