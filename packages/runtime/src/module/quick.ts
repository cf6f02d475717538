/**
 * What the straight code of generated modules calls. As in the engine unknown is NaN whatever the kind: it equals nothing,
 * orders against nothing, and arithmetic keeps it.
 */
import type { Plain } from '../columns/plain.ts'
import { fold } from '../fold.ts'
import { search } from '../kernel/automaton.ts'
import { bound, clampMillionths, millionths, wholeMillionths } from '../kernel/points.ts'
import { containsWord, domain, lengthOf, like } from '../kernel/text.ts'
import { readId } from '../lead/events.ts'
import { readInstant, readValue } from '../lead/values.ts'
import type { Attribute, Automaton, CalendarPart, Value, Zone } from '../program.ts'
import { calendarPart } from '../time/calendar.ts'
import { isInstant } from '../time/instant.ts'
import { quickInstant } from '../time/quick.ts'

export type Known = Exclude<Value, null>

const orNaN = (value: Value): Known => value ?? Number.NaN

/** Reads values of data as `readLead` does, without saying what does not fit. */
export function reader(attribute: Attribute, zone: Zone): (raw: unknown) => Known {
  const reading = { zone, report: () => {} }
  return raw => orNaN(readValue(attribute, raw, '', reading))
}

/** The same for dates, whose usual forms are read at once. */
export function dateReader(attribute: Attribute, zone: Zone): (raw: unknown) => Known {
  const read = reader(attribute, zone)
  return raw => {
    const at = typeof raw === 'string' ? quickInstant(raw, zone) : Number.NaN
    return Number.isNaN(at) ? read(raw) : at
  }
}

/** When an event happened; NaN where that cannot be told, so that it does not count. */
export function timeOf(raw: unknown, zone: Zone): number {
  if (raw instanceof Date) {
    const at = raw.getTime()
    return isInstant(at) ? at : Number.NaN
  }
  if (typeof raw !== 'string') return Number.NaN
  const at = quickInstant(raw, zone)
  if (!Number.isNaN(at)) return at
  const read = readInstant(raw, zone)
  return 'ms' in read ? read.ms : Number.NaN
}

export function known(value: Known): boolean {
  // biome-ignore lint/suspicious/noSelfCompare: only NaN differs from itself, and not all values are numbers
  return value === value
}

export function finite(result: number): number {
  return Number.isFinite(result) ? result : Number.NaN
}

const ofText =
  <T>(map: (text: string) => T, unknown: T) =>
  (value: Known): T =>
    typeof value === 'string' ? map(value) : unknown
const ofTexts =
  (compare: (a: string, b: string) => boolean) =>
  (a: Known, b: Known): boolean =>
    typeof a === 'string' && typeof b === 'string' && compare(a, b)

export const texts = {
  contains: ofTexts((a, b) => a.includes(b)),
  startsWith: ofTexts((a, b) => a.startsWith(b)),
  endsWith: ofTexts((a, b) => a.endsWith(b)),
  containsWord: ofTexts(containsWord),
  fold: ofText<Known>(fold, Number.NaN),
  length: ofText<Known>(lengthOf, Number.NaN),
  domain: ofText<Known>(text => orNaN(domain(text)), Number.NaN),
  like: (value: Known, pattern: string) => typeof value === 'string' && like(value, pattern),
  matches: (value: Known, automaton: Automaton) => typeof value === 'string' && search(automaton, value),
  has: (list: Known, item: Known) => Array.isArray(list) && list.some(entry => fold(entry) === item),
}

export function calendar(zone: Zone): (part: CalendarPart, at: Known) => Known {
  return (part, at) => orNaN(calendarPart(part, at as number, zone))
}

/** What a rule gives that gives these points, in millionths; limits that are unknown do not bind. */
export function worth(points: number, cap: number, floor: number, weight: number): number {
  return Number.isNaN(points) ? 0 : bounded(millionths(points), cap, floor, weight)
}

/** The same of millionths. */
export function bounded(sum: number, cap: number, floor: number, weight: number): number {
  return wholeMillionths(bound(sum, limit(cap), limit(floor)) * weight)
}

export function blockPoints(sum: number, factor: number, cap: number, floor: number, weight: number): number {
  return bounded(clampMillionths(sum * Math.min(Number.MAX_VALUE, factor)), cap, floor, weight)
}

/** Of a composed score; unknown is 0. */
export function formulaPoints(points: number, cap: number, floor: number): number {
  return bound(millionths(Number.isNaN(points) ? 0 : points), limit(cap), limit(floor))
}

function limit(points: number): number | null {
  return Number.isNaN(points) ? null : millionths(points)
}

/** Equal for values that are equal: texts without regard to letter case. Unknown is a value like any other here. */
export function keyOf(value: Known): Known {
  if (typeof value === 'object') return `list ${value.map(fold).sort().join('\n')}`
  return typeof value === 'string' ? `text ${fold(value)}` : value
}

/** Whether no two events of one type have one id. Of two only the first in time would count. */
export function haveDifferentIds(events: readonly Plain[]): boolean {
  const seen = new Map<unknown, Set<string>>()
  return events.every(event => {
    const { type, id, messageId } = event ?? {}
    const own = readId(id === undefined ? messageId : id)
    if (own === null) return true
    const ofType = seen.get(type) ?? new Set()
    const { size } = seen.set(type, ofType) && ofType
    return ofType.add(own).size > size
  })
}

/** Texts of instants: many leads are scored for one. */
export function rememberingLast(textOf: (at: number) => string): (at: number) => string {
  let last = Number.NaN
  let text = ''
  return at => {
    if (at !== last) text = textOf(at)
    last = at
    return text
  }
}
