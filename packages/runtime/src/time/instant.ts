import type { Zone } from '../program.ts'
import { DAY, firstInstant } from './zone.ts'

export type DateProblem = 'bad-date' | 'time-without-zone'
export type ParsedInstant =
  /** Milliseconds since 1970 UTC; of a day its first instant. */
  { readonly ms: number } | { readonly problem: DateProblem }

const FORM = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d:\d\d)?)?$/
const FIRST = Date.parse('0001-01-01')
const LAST = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * Reads `2026-06-01` or an ISO 8601 time, with `T` or a space, seconds and their fraction optional (below a millisecond it
 * is cut off), years 0001 to 9999. A day is its first instant in `zone`. A time without `Z` or an offset is read in `zone`
 * if the model declares one, else it is refused. Never throws.
 */
export function parseInstant(text: string, zone: Zone): ParsedInstant {
  const [, day, time, seconds = '00', fraction = '', suffix] = FORM.exec(text) ?? []
  const shown = shownAt(`${day}T${time ?? '00:00'}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}`)
  if (isInstant(shown) && time && !suffix && !zone.declared) return { problem: 'time-without-zone' }
  const ms = suffix ? shown - offsetOf(suffix) : firstInstant(zone, shown)
  return isInstant(ms) ? { ms } : { problem: 'bad-date' }
}

/** First instant of a day `YYYY-MM-DD` in the zone, and of the day after it. Throws `RangeError` where there is no such day. */
export function dayRange(zone: Zone, day: string): { readonly start: number; readonly end: number } {
  const local = shownAt(`${day}T00:00:00.000`)
  if (Number.isNaN(local)) throw new RangeError(`There is no day ${day}.`)
  return { start: firstInstant(zone, local), end: firstInstant(zone, local + DAY) }
}

/** ISO 8601 in UTC, without milliseconds where they are zero; `out of range` beyond the years 0001 to 9999. */
export function formatInstant(at: number): string {
  return isInstant(at) ? new Date(at).toISOString().replace('.000Z', 'Z') : 'out of range'
}

/** Whether these are milliseconds of an instant within years 0001 to 9999. */
export function isInstant(at: number): boolean {
  return at >= FIRST && at <= LAST
}

/** When clocks in UTC show the date and time, milliseconds included; NaN where no clock ever does. */
function shownAt(local: string): number {
  const at = Date.parse(`${local}Z`)
  // Engines take some dates that the calendar does not have for others.
  return isInstant(at) && new Date(at).toISOString() === `${local}Z` ? at : Number.NaN
}

/** Milliseconds that `Z` or `+02:00` is ahead of UTC. */
function offsetOf(suffix: string): number {
  return suffix === 'Z' ? 0 : shownAt(`1970-01-01T${suffix.slice(1)}:00.000`) * (suffix.startsWith('-') ? -1 : 1)
}

/** Not `Date.UTC`, which takes the years 0 to 99 for 1900 to 1999. */
export function calendarDay(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}
