import type { Zone } from '../program.ts'
import { calendarDay, isInstant } from '../time/instant.ts'
import { DAY, firstInstant } from '../time/zone.ts'
import { isDigit, type Source } from './source.ts'

/**
 * Leaves the quoted day or time in `c.number`, as `parseInstant` reads it. -1: not in one of the two usual forms,
 * `2026-06-01` and `2026-06-01T09:30:00` with perhaps a fraction and `Z` or an offset; it may still be one.
 */
export function readInstant(c: Source, start: number, zone: Zone): number {
  const { view } = c
  const at = start + 1
  const day = dayAt(view, at)
  const byte = c.bytes[at + 10]
  if (byte === 0x22 /* " */) return finish(c, at + 10, firstInstant(zone, day))
  if (byte !== 0x54 /* T */ && byte !== 0x20 /* space */) return -1
  const seconds = day + timeAt(view, at + 11)
  const end = view.getInt32(at + 19, true)
  // `Z"`, or `.` with three digits: all that most programs write.
  if ((end & 0xffff) === 0x225a) return finish(c, at + 20, seconds)
  const thousandths = (end >>> 8) ^ 0x303030
  const isUsual = (end & 0xff) === 0x2e /* . */ && areDigits(thousandths) && view.getInt16(at + 23, true) === 0x225a
  if (!isUsual) return readSuffix(c, at + 19, seconds, zone)
  const milliseconds = twoDigits(thousandths) * 10 + ((thousandths >> 16) & 0xf)
  return finish(c, at + 24, seconds + milliseconds)
}

/** Behind the seconds: a fraction, a zone, the closing quote. */
function readSuffix(c: Source, start: number, seconds: number, zone: Zone): number {
  const { bytes } = c
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
  return dayOf(fourDigits(year), twoDigits(digits), twoDigits(day))
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

const firstYear = 1970
const lastYear = 2100
/** Of the months of usual years, and one more, the day on which each begins, counted from 1970. */
const monthStarts = Int32Array.from({ length: (lastYear - firstYear + 1) * 12 + 1 }, (_, month) =>
  Math.round(calendarDay(firstYear + Math.floor(month / 12), 1 + (month % 12), 1) / DAY),
)

/** Milliseconds since 1970 of a day of the calendar, NaN where it has no such day, or one that is so long ago or so far away that it is rare. */
function dayOf(year: number, month: number, day: number): number {
  const index = (year - firstYear) * 12 + month - 1
  if (year < firstYear || year > lastYear || month === 0 || month > 12 || day === 0) return Number.NaN
  const at = (monthStarts[index] as number) + day - 1
  return at < (monthStarts[index + 1] as number) ? at * DAY : Number.NaN
}
