import type { Zone } from '../program.ts'
import { DAY, firstInstant } from './zone.ts'

export type DateProblem = 'bad-date' | 'time-without-zone'
export type ParsedInstant =
  /** Milliseconds since 1970 UTC; of a day its first instant. */
  { readonly ms: number } | { readonly problem: DateProblem }

const FORM = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d:\d\d)?)?$/
const FIRST = calendarDay(1, 1, 1)
const LAST = calendarDay(10_000, 1, 1) - 1

/**
 * Reads `2026-06-01` or an ISO 8601 time, with `T` or a space, seconds and their fraction optional (below a millisecond it
 * is cut off), years 0001 to 9999. A day is its first instant in `zone`. A time without `Z` or an offset is read in `zone`
 * if the model declares one, else it is refused. Never throws.
 */
export function parseInstant(text: string, zone: Zone): ParsedInstant {
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction = '', suffix] = FORM.exec(text) ?? []
  const time = timeOf(Number(hour), Number(minute), Number(second)) + Number(fraction.padEnd(3, '0').slice(0, 3))
  const shown = dayOf(Number(year), Number(month), Number(day)) + time
  if (isInstant(shown) && hour && !suffix && !zone.declared) return { problem: 'time-without-zone' }
  const ms = suffix ? shown - offsetOf(suffix) : firstInstant(zone, shown)
  return isInstant(ms) ? { ms } : { problem: 'bad-date' }
}

/** First instant of a day `YYYY-MM-DD` in the zone, and of the day after it. Throws `RangeError` where there is no such day. */
export function dayRange(zone: Zone, day: string): { readonly start: number; readonly end: number } {
  const [year, month, date] = day.split('-').map(Number)
  const local = dayOf(year ?? 0, month ?? 0, date ?? 0)
  if (Number.isNaN(local) || !FORM.test(day)) throw new RangeError(`There is no day ${day}.`)
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

/** The day as if local were UTC; NaN where the calendar has no such day. */
function dayOf(year: number, month: number, day: number): number {
  const at = calendarDay(year, month, day)
  const date = new Date(at)
  const exists = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? at : Number.NaN
}

/** Not `Date.UTC`, which takes the years 0 to 99 for 1900 to 1999. */
export function calendarDay(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

/** From midnight, in milliseconds; NaN where clocks show no such time. */
function timeOf(hour: number, minute: number, second: number): number {
  return hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 : Number.NaN
}

/** How far ahead of UTC `+02:00` is, in milliseconds; `Z` has no digits, which is 0. */
function offsetOf(suffix: string): number {
  const time = timeOf(Number(suffix.slice(1, 3)), Number(suffix.slice(4)), 0)
  return suffix.startsWith('-') ? -time : time
}
