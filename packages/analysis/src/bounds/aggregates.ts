import type { Expr, ExprOf } from '@merit-lang/runtime'
import {
  between,
  type Enclosure,
  either,
  highest,
  Interval,
  isKnown,
  keyOf,
  lowest,
  orElse,
  type Truth,
  toPoints,
} from '@merit-lang/runtime/reference'
import type { EventClass } from '../space/space.ts'
import { asKnown, oneOf } from './choice.ts'
import { enclosing } from './expressions.ts'
import { greatest, least } from './extremes.ts'
import { classOf, type Member, type Members } from './members.ts'
import { membersOf } from './sets.ts'
import { scopeOf, type View } from './view.ts'

type Aggregate = ExprOf<'aggregate'>

/** What is aggregated of the members of one class. */
interface Part {
  readonly index: number
  readonly event: EventClass
  readonly member: Member
  readonly value: Enclosure
  readonly isKnown: Truth
}

/** `isSure`: whether there is a known value in every case. */
type Enclosing = (parts: readonly Part[], of: Members, isSure: boolean) => Enclosure

const enclosures = {
  sum,
  min: (parts, _, isSure) => {
    const highs = parts.filter(isThere).map(({ value }) => highest(value))
    const high = Math.min(greatestOf(parts), ...highs)
    return between(Math.min(...parts.map(({ value }) => lowest(value))), high, !isSure)
  },
  max: (parts, _, isSure) => {
    const lows = parts.filter(isThere).map(({ value }) => lowest(value))
    const low = Math.max(Math.min(...parts.map(({ value }) => lowest(value))), ...lows)
    return between(low, greatestOf(parts), !isSure)
  },
  first: (parts, _, isSure) =>
    anyOf(
      unlessPreceded(parts, (a, b) => a.youngest > b.oldest),
      isSure,
    ),
  last: (parts, _, isSure) =>
    anyOf(
      unlessPreceded(parts, (a, b) => a.oldest < b.youngest),
      isSure,
    ),
  distinct: (parts, of, isSure) => {
    const high = Math.min(of.high, differentOf(parts), Number.MAX_SAFE_INTEGER)
    const low = Math.max(isSure ? 1 : 0, keysOf(parts.filter(isThere)).size)
    return low === high ? low : new Interval(low, high, false)
  },
} satisfies { [K in Aggregate['how']]: Enclosing }

export function aggregateOf({ how, set, of }: Aggregate, view: View): Enclosure {
  const members = membersOf(set, view)
  const parts = [...members.classes].map(([index, member]) => partOf(index, member, of, view))
  const known = parts.filter(part => part.isKnown !== false)
  if (known.length === 0) return how === 'sum' || how === 'distinct' ? 0 : null
  const isSure = parts.some(isThere) || (members.low > 0 && parts.every(part => part.isKnown))
  return enclosures[how](known, members, isSure)
}

function partOf(index: number, member: Member, of: Expr, view: View): Part {
  const event = classOf(index, view.space)
  const value = enclosing(of, view.space)(scopeOf(view, event))
  return { index, event, member, value, isKnown: isKnown(value) }
}

/** Whether there is such an event, with a known value, in every case. */
function isThere({ member, isKnown }: Part): boolean {
  return member.low > 0 && isKnown === true
}

function greatestOf(parts: readonly Part[]): number {
  return Math.max(...parts.map(({ value }) => highest(value)))
}

/** Without those that surely come after an event that is there. */
function unlessPreceded(parts: readonly Part[], precedes: (a: EventClass, b: EventClass) => boolean): readonly Part[] {
  const there = parts.filter(isThere)
  return parts.filter(({ event }) => !there.some(other => precedes(other.event, event)))
}

function anyOf(parts: readonly Part[], isSure: boolean): Enclosure {
  const value = oneOf(parts.map(part => asKnown(part.value)))
  return isSure ? value : either(value, null)
}

function wholeMillionths(number: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, Math.floor(number * 1e6 + 0.5)))
}

/** Each value as whole millionths, as the reference adds them. */
function sum(parts: readonly Part[], of: Members): Enclosure {
  const worths = (end: (value: Enclosure) => number) =>
    new Map([
      ...[...of.classes.keys()].map(index => [index, 0] as const),
      ...parts.map(({ index, value }) => [index, wholeMillionths(end(orElse(value, 0)))] as const),
    ])
  const low = least(of, worths(lowest), Number.NEGATIVE_INFINITY).sum
  const high = greatest(of, worths(highest), Number.POSITIVE_INFINITY).sum
  return between(toPoints(low), toPoints(high))
}

function keysOf(parts: readonly Part[]): ReadonlySet<string> {
  return new Set(parts.flatMap(({ value }) => (value instanceof Interval ? [] : [keyOf(value)])))
}

/** How many different values there may be. */
function differentOf(parts: readonly Part[]): number {
  const open = parts.filter(({ value }) => value instanceof Interval)
  return open.reduce((most, { member }) => most + member.high, keysOf(parts).size)
}
