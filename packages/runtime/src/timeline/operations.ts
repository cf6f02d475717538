/** What follows from enclosures of operands. */
import { halve } from '../kernel/halve.ts'
import { Age, inUnit, shifted } from './age.ts'
import {
  anything,
  between,
  combined,
  consensus,
  type Enclosure,
  highest,
  Interval,
  lowest,
  mayBeUnknown,
  opposite,
  rising,
  type Truth,
} from './enclosure.ts'

/** More than the doubles of `halve` ever stray from falling steadily. */
const SLACK = 1e-14

export const isEqual = ofKnown((a, b) => {
  if (!(a instanceof Interval || b instanceof Interval)) return a === b
  return consensus(false, lowest(a) <= highest(b) && lowest(b) <= highest(a))
})

export const isLess = ofKnown(less)

export const isAtMost = ofKnown((a, b) => opposite(less(b, a)))

export function isKnown(of: Enclosure): Truth {
  return mayBeUnknown(of) ? consensus(false, of !== null) : true
}

export function difference(a: Enclosure, b: Enclosure): Enclosure {
  return shifted(a, b) ?? combined(a, b, (a, b) => a - b)
}

export function quotient(a: Enclosure, b: Enclosure): Enclosure {
  if (b instanceof Interval && b.low <= 0 && b.high >= 0) return anything
  return inUnit(a, b) ?? combined(a, b, (a, b) => a / b)
}

export function absolute(of: Enclosure): Enclosure {
  return combined(of, difference(0, of), Math.max)
}

export function halved(of: Enclosure): Enclosure {
  if (!(of instanceof Interval)) return rising(of, halve)
  return between(halve(of.high) * (1 - SLACK), halve(of.low) * (1 + SLACK), of.unknown)
}

function less(a: Enclosure, b: Enclosure): Truth {
  return consensus(highest(a) < lowest(b), lowest(a) < highest(b))
}

/** False where either side is unknown. */
function ofKnown(compare: (a: Enclosure, b: Enclosure) => Truth) {
  return (a: Enclosure, b: Enclosure): Truth => {
    if (a === null || b === null) return false
    if (a instanceof Age && b instanceof Age && a.unit === b.unit) return compare(b.since, a.since)
    const holds = compare(a, b)
    return holds && (mayBeUnknown(a) || mayBeUnknown(b)) ? undefined : holds
  }
}
