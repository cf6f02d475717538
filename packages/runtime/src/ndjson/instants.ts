import type { Zone } from '../program.ts'
import { isInstant } from '../time/instant.ts'
import { DAY, firstInstant } from '../time/zone.ts'
import { isDigit, type Source } from './source.ts'

/**
 * Leaves the quoted day or time in `c.number`, as `parseInstant` reads it. `NOT`: not in one of the two usual forms,
 * `2026-06-01` and `2026-06-01T09:30:00` with perhaps a fraction and `Z` or an offset; it may still be one.
 */
export function readInstant(c: Source, start: number, zone: Zone): number {
  const at = start + 1
  const day = dayAt(c.view, at)
  const byte = c.bytes[at + 10]
  if (byte === 0x22 /* " */) return finish(c, at + 10, firstInstant(zone, day))
  const time = byte === 0x54 /* T */ || byte === 0x20 /* space */ ? timeAt(c.view, at + 11) : Number.NaN
  return readSuffix(c, at + 19, day + time, zone)
}

/** Behind the seconds: a fraction, a zone, the closing quote. */
function readSuffix(c: Source, start: number, seconds: number, zone: Zone): number {
  const { bytes } = c
  if (bytes[start] === 0x5a /* Z */) return finish(c, start + 1, seconds)
  const at = bytes[start] === 0x2e /* . */ ? fractionEnd(bytes, start + 1) : start
  const shown = at > start ? seconds + millisecondsAt(bytes, start + 1) : seconds
  const sign = bytes[at]
  if (sign === 0x5a /* Z */) return finish(c, at + 1, shown)
  if (sign === 0x22 /* " */) return zone.declared ? finish(c, at, firstInstant(zone, shown)) : -1
  const offset = offsetAt(c.view, at + 1)
  if (sign === 0x2b /* + */) return finish(c, at + 6, shown - offset)
  return sign === 0x2d /* - */ ? finish(c, at + 6, shown + offset) : -1
}

/** `at`: where the closing quote should be. What was no digit above made a NaN, which is no instant. */
function finish(c: Source, at: number, instant: number): number {
  c.number = instant
  return c.bytes[at] === 0x22 /* " */ && isInstant(instant) ? at + 1 : -1
}

// ---------------------------------------------------------------- digits, four bytes at a time; NaN where they are none

/** `2026-06-01` in milliseconds, as if local were UTC. */
function dayAt(view: DataView, at: number): number {
  const year = view.getInt32(at, true) ^ 0x30303030
  const month = view.getInt32(at + 4, true)
  const day = view.getInt16(at + 8, true) ^ (0x30303030 & 0xffff)
  const digits = (month >> 8) ^ (0x30303030 & 0xffff)
  if ((month & 0xff0000ff) !== 0x2d00002d) return Number.NaN
  if (!areDigits(year) || !areDigits(day & 0xffff) || !areDigits(digits & 0xffff)) return Number.NaN
  return calendarDay(fourDigits(year), twoDigits(digits), twoDigits(day))
}

/** `09:30:00` in milliseconds. */
function timeAt(view: DataView, at: number): number {
  const clock = view.getInt32(at, true)
  const rest = view.getInt32(at + 4, true)
  const hour = (clock & 0xffff) ^ (0x30303030 & 0xffff)
  const minute = ((clock >>> 24) | ((rest & 0xff) << 8)) ^ (0x30303030 & 0xffff)
  const second = (rest >>> 16) ^ (0x30303030 & 0xffff)
  if (((clock >> 16) & 0xff) !== 0x3a /* : */ || ((rest >> 8) & 0xff) !== 0x3a /* : */) return Number.NaN
  if (!areDigits(hour) || !areDigits(minute) || !areDigits(second)) return Number.NaN
  return timeOf(twoDigits(hour), twoDigits(minute), twoDigits(second))
}

/** `02:00` in milliseconds. */
function offsetAt(view: DataView, at: number): number {
  const hour = view.getInt16(at, true) ^ (0x30303030 & 0xffff)
  const minute = view.getInt16(at + 3, true) ^ (0x30303030 & 0xffff)
  if (view.getUint8(at + 2) !== 0x3a /* : */ || !areDigits(hour & 0xffff) || !areDigits(minute & 0xffff))
    return Number.NaN
  return timeOf(twoDigits(hour), twoDigits(minute), 0)
}

function timeOf(hour: number, minute: number, second: number): number {
  return hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 : Number.NaN
}

/** Whether each byte is 0 to 9, the digits' zero being taken away. */
function areDigits(word: number): boolean {
  return (((word + 0x06060606) | word) & 0xf0f0f0f0) === 0
}

function fourDigits(word: number): number {
  return twoDigits(word) * 100 + twoDigits(word >> 16)
}

function twoDigits(word: number): number {
  return (word & 0xf) * 10 + ((word >> 8) & 0xf)
}

function fractionEnd(bytes: Uint8Array, first: number): number {
  let at = first
  while (isDigit(bytes[at] as number)) at++
  return at > first ? at : first - 1
}

/** What is below a millisecond is cut off. */
function millisecondsAt(bytes: Uint8Array, at: number): number {
  let ms = 0
  let unit = 100
  for (let i = at; unit >= 1 && isDigit(bytes[i] as number); i++) {
    ms += ((bytes[i] as number) - 0x30) /* 0 */ * unit
    unit /= 10
  }
  return ms
}

const beforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]

/** Milliseconds since 1970 of a day of the Gregorian calendar, NaN where it has no such day. */
function calendarDay(year: number, month: number, day: number): number {
  if (year === 0 || month === 0 || month > 12 || day === 0) return Number.NaN
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0
  const start = (beforeMonth[month - 1] as number) + (month > 2 ? leap : 0)
  const end = (beforeMonth[month] as number) + (month > 1 ? leap : 0)
  if (day > end - start) return Number.NaN
  const past = year - 1
  return (past * 365 + ((past / 4) | 0) - ((past / 100) | 0) + ((past / 400) | 0) + start + day - DAYS_TO_1970) * DAY
}

/** From the first of January of the year 1, plus the one that days are counted from. */
const DAYS_TO_1970 = 719_163
