import type { Zone } from '../program.ts'
import { DAY, firstInstant } from './zone.ts'

export type DateProblem = 'bad-date' | 'time-without-zone'
export type ParsedInstant =
  /** Milliseconds since 1970 UTC. `dayOnly`: the text has no time, `ms` is the day's first instant. */
  { readonly ms: number; readonly dayOnly: boolean } | { readonly problem: DateProblem }

const FORM = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d:\d\d)?)?$/
const FIRST = calendarDay(1, 1, 1)
const LAST = calendarDay(9999, 12, 31) + DAY - 1

/**
 * Reads `2026-06-01` or an ISO 8601 time, with `T` or a space, seconds and their fraction optional (below a millisecond it
 * is cut off), years 0001 to 9999. A day is its first instant in `zone`. A time without `Z` or an offset is read in `zone`
 * if the model declares one, else it is refused. Never throws.
 */
export function parseInstant(text: string, zone: Zone): ParsedInstant {
  const [, year, month, day, hour, minute, second = '0', fraction = '', suffix] = FORM.exec(text) ?? []
  const date = dayOf(Number(year), Number(month), Number(day))
  if (date === undefined) return { problem: 'bad-date' }
  if (hour === undefined) return ranged(firstInstant(zone, date), true)
  const time = timeOf(Number(hour), Number(minute), Number(second))
  const ahead = suffix === undefined ? 0 : offsetOf(suffix)
  if (time === undefined || ahead === undefined) return { problem: 'bad-date' }
  const shown = date + time + Number(fraction.padEnd(3, '0').slice(0, 3))
  if (suffix !== undefined) return ranged(shown - ahead, false)
  return zone.declared ? ranged(firstInstant(zone, shown), false) : { problem: 'time-without-zone' }
}

/** First instant of a day `YYYY-MM-DD` in the zone, and of the day after it. Throws `RangeError` where there is no such day. */
export function dayRange(zone: Zone, day: string): { readonly start: number; readonly end: number } {
  const [year, month, date] = day.split('-').map(Number)
  const local = dayOf(year ?? 0, month ?? 0, date ?? 0)
  if (local === undefined || !FORM.test(day)) throw new RangeError(`There is no day ${day}.`)
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

function ranged(ms: number, dayOnly: boolean): ParsedInstant {
  return isInstant(ms) ? { ms, dayOnly } : { problem: 'bad-date' }
}

/** The day as if local were UTC, or nothing where the calendar has no such day. */
function dayOf(year: number, month: number, day: number): number | undefined {
  const at = calendarDay(year, month, day)
  const date = new Date(at)
  const exists = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? at : undefined
}

/** Not `Date.UTC`, which takes the years 0 to 99 for 1900 to 1999. */
export function calendarDay(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

function timeOf(hour: number, minute: number, second: number): number | undefined {
  return hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 : undefined
}

function offsetOf(suffix: string): number | undefined {
  if (suffix === 'Z') return 0
  const time = timeOf(Number(suffix.slice(1, 3)), Number(suffix.slice(4)), 0)
  return time === undefined ? undefined : suffix.startsWith('-') ? -time : time
}
