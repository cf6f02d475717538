import type { Zone } from '../program.ts'
import { isInstant } from './instant.ts'
import { DAY, firstInstant } from './zone.ts'

/**
 * The forms that nearly all data has, `2026-06-01`, `2026-06-01T09:30:00Z` and `2026-06-01T09:30:00.000Z`, as `parseInstant`
 * reads them, many times faster. NaN for all else, good or bad. It runs for every event of every lead: hence no regular
 * expression, and digits are checked all at once, by the sign of what would be no digit.
 */
export function quickInstant(text: string, zone: Zone): number {
  const { length } = text
  const at = length === 24 || length === 20 ? dayOf(text) + timeOf(text, length) : Number.NaN
  if (length === 10) return ranged(firstInstant(zone, dayOf(text)))
  return ranged(at)
}

const ZERO = 48
const HYPHEN = 45
const COLON = 58
const POINT = 46
const T = 84
const Z = 90

function ranged(at: number): number {
  return isInstant(at) ? at : Number.NaN
}

function dayOf(text: string): number {
  const a = text.charCodeAt(0) - ZERO
  const b = text.charCodeAt(1) - ZERO
  const c = text.charCodeAt(2) - ZERO
  const d = text.charCodeAt(3) - ZERO
  const e = text.charCodeAt(5) - ZERO
  const f = text.charCodeAt(6) - ZERO
  const g = text.charCodeAt(8) - ZERO
  const h = text.charCodeAt(9) - ZERO
  const digits =
    a | b | c | d | e | f | g | h | (9 - a) | (9 - b) | (9 - c) | (9 - d) | (9 - e) | (9 - f) | (9 - g) | (9 - h)
  if (digits < 0 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return Number.NaN
  return dayNumber(1000 * a + 100 * b + 10 * c + d, 10 * e + f, 10 * g + h)
}

/** By the days before the year and before the month, years beginning in March; in milliseconds since 1970. */
function dayNumber(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || (day > 28 && day > lengthOf(month, year))) return Number.NaN
  const marches = month > 2 ? year : year - 1
  const leaps = (marches >> 2) - ((marches / 100) | 0) + ((marches / 400) | 0)
  const inYear = ((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0
  return (365 * marches + leaps + inYear + day - 1 - DAYS_TO_1970) * DAY
}

/** From March 1 of the year 0. */
const DAYS_TO_1970 = 719_468

function lengthOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function timeOf(text: string, length: number): number {
  const a = text.charCodeAt(11) - ZERO
  const b = text.charCodeAt(12) - ZERO
  const c = text.charCodeAt(14) - ZERO
  const d = text.charCodeAt(15) - ZERO
  const e = text.charCodeAt(17) - ZERO
  const f = text.charCodeAt(18) - ZERO
  const digits = a | b | c | d | e | f | (9 - a) | (9 - b) | (5 - c) | (9 - d) | (5 - e) | (9 - f)
  const hour = 10 * a + b
  if (digits < 0 || hour > 23 || text.charCodeAt(length - 1) !== Z) return Number.NaN
  if (text.charCodeAt(10) !== T || text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return Number.NaN
  const seconds = 3600 * hour + 60 * (10 * c + d) + 10 * e + f
  return 1000 * seconds + (length === 20 ? 0 : millisecondsOf(text))
}

function millisecondsOf(text: string): number {
  const a = text.charCodeAt(20) - ZERO
  const b = text.charCodeAt(21) - ZERO
  const c = text.charCodeAt(22) - ZERO
  if ((a | b | c | (9 - a) | (9 - b) | (9 - c)) < 0 || text.charCodeAt(19) !== POINT) return Number.NaN
  return 100 * a + 10 * b + c
}
