import { isDigit, type Source } from './source.ts'
import { asciiOf } from './text.ts'

const powers = Float64Array.from({ length: 10 }, (_, i) => 10 ** i)

/** Up to here a number can be put together digit by digit without leaving 32 bits. */
const SHORT_DIGITS = 9

/** Leaves the number as `JSON.parse` reads it in `c.number`. -1: there is none. */
export function readNumber(c: Source, start: number): number {
  const { bytes } = c
  const negative = bytes[start] === 0x2d /* - */
  const first = negative ? start + 1 : start
  let at = first
  let number = 0
  for (let digit = digitAt(bytes, at); digit < 10; digit = digitAt(bytes, ++at))
    number = (Math.imul(number, 10) + digit) | 0
  const whole = at - first
  if (whole === 0 || (whole > 1 && bytes[first] === 0x30) /* 0 */) return -1
  let fraction = 0
  if (bytes[at] === 0x2e /* . */) {
    const point = at++
    for (let digit = digitAt(bytes, at); digit < 10; digit = digitAt(bytes, ++at))
      number = (Math.imul(number, 10) + digit) | 0
    fraction = at - point - 1
    if (fraction === 0) return -1
  }
  if (whole + fraction > SHORT_DIGITS || ((bytes[at] as number) | 0x20) === 0x65 /* e */) return readLong(c, start, at)
  const value = fraction > 0 ? number / (powers[fraction] as number) : number
  c.number = negative ? -value : value
  return at
}

/** 10 or more: it is none. */
function digitAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) - 0x30) /* 0 */ >>> 0
}

export function passNumber(c: Source, at: number): number {
  return readNumber(c, at)
}

/** `at`: behind the digits, where an exponent may follow. */
function readLong(c: Source, start: number, at: number): number {
  const end = ((c.bytes[at] as number) | 0x20) === 0x65 /* e */ ? passExponent(c.bytes, at + 1) : at
  if (end >= 0) c.number = Number(asciiOf(c.bytes, start, end))
  return end
}

function passExponent(bytes: Uint8Array, start: number): number {
  const first = bytes[start] === 0x2d /* - */ || bytes[start] === 0x2b /* + */ ? start + 1 : start
  let at = first
  while (isDigit(bytes[at] as number)) at++
  return at > first ? at : -1
}
