import type { Truth } from '@merit-lang/runtime/reference'
import type { EventClass, Space } from '../space/space.ts'

/** How many of a set's members are of a class. */
export interface Member {
  readonly low: number
  readonly high: number
  /** Whether every event of the class is a member. */
  readonly all: boolean
}

/** How many members a set has, and of which classes of events, by their index. */
export interface Members {
  readonly low: number
  readonly high: number
  readonly classes: ReadonlyMap<number, Member>
}

export const none: Members = { low: 0, high: 0, classes: new Map() }

/** The moment of a date that is no attribute has no class: it is an event of which nothing is known but that it has happened. */
export const STRANGER = -1
const stranger: EventClass = {
  type: -1,
  properties: new Map(),
  holds: new Map(),
  youngest: 0,
  oldest: Number.POSITIVE_INFINITY,
  text: '',
}

export function classOf(index: number, space: Space): EventClass {
  return space.events[index] ?? stranger
}

/** With what the total says of the classes, and they of it. Where they contradict each other there is no such lead. */
export function membersFrom(
  classes: Iterable<readonly [number, Member]>,
  low = 0,
  high = Number.POSITIVE_INFINITY,
): Members {
  const some = [...classes].filter(hasAny)
  const [lows, highs] = [total(some, lowOf), total(some, highOf)]
  const most = Math.min(high, highs)
  const least = Math.min(Math.max(low, lows), most)
  const fit = ([index, member]: Part): Part => [
    index,
    within(member, least - without(member.high, highs, some), most - (lows - member.low)),
  ]
  return { low: least, high: most, classes: new Map(some.map(fit).filter(hasAny)) }
}

type Part = readonly [index: number, member: Member]
const hasAny = ([, member]: Part) => member.high > 0
const lowOf = ({ low }: Member) => low
const highOf = ({ high }: Member) => high

function total(parts: readonly Part[], size: (member: Member) => number): number {
  return parts.reduce((sum, [, member]) => sum + size(member), 0)
}

/** The sum of the others' highs. */
function without(high: number, highs: number, parts: readonly Part[]): number {
  if (high < Number.POSITIVE_INFINITY) return highs - high
  const finite = parts.filter(([, member]) => member.high < Number.POSITIVE_INFINITY)
  return parts.length - finite.length > 1 ? Number.POSITIVE_INFINITY : total(finite, highOf)
}

function within(member: Member, low: number, high: number): Member {
  if (member.low >= low && member.high <= high) return member
  const most = Math.min(member.high, high)
  return { low: Math.min(Math.max(member.low, low), most), high: most, all: member.all }
}

/** Those that are kept: all of a class, none, or perhaps some. */
export function narrowed(of: Members, keep: (index: number) => Truth): Members {
  const kept: [number, Member][] = []
  let gone = 0
  for (const [index, member] of of.classes) {
    const stays = keep(index)
    if (stays) kept.push([index, member])
    else gone += member.high
    if (stays === undefined) kept.push([index, perhaps(member)])
  }
  return membersFrom(kept, of.low - gone, of.high)
}

/** Any number of them. */
export function perhaps({ high }: Member): Member {
  return { low: 0, high, all: false }
}
