import { DOT, isDigit, MINUS, NOT, PLUS, type Source, ZERO } from './source.ts'
import { asciiOf } from './text.ts'

/** With this many digits a number is exact as a double, and dividing it by a power of ten up to the 22nd rounds but once. */
const EXACT_DIGITS = 15
const powers = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i)
const LETTER_E = 0x65

/** Leaves the number as `JSON.parse` reads it in `c.number`. `NOT`: there is none. */
export function readNumber(c: Source, start: number): number {
  const { bytes } = c
  const negative = bytes[start] === MINUS
  const first = negative ? start + 1 : start
  let at = first
  let number = 0
  for (let byte = bytes[at] as number; isDigit(byte); byte = bytes[++at] as number) number = number * 10 + (byte - ZERO)
  const whole = at - first
  if (whole === 0 || (whole > 1 && bytes[first] === ZERO)) return NOT
  let fraction = 0
  if (bytes[at] === DOT) {
    const point = at++
    for (let byte = bytes[at] as number; isDigit(byte); byte = bytes[++at] as number)
      number = number * 10 + (byte - ZERO)
    fraction = at - point - 1
    if (fraction === 0) return NOT
  }
  if (((bytes[at] as number) | 0x20) === LETTER_E || whole + fraction > EXACT_DIGITS) return readLong(c, start, at)
  if (fraction > 0) number /= powers[fraction] as number
  c.number = negative ? -number : number
  return at
}

export function passNumber(c: Source, at: number): number {
  return readNumber(c, at)
}

/** `at`: behind the digits, where an exponent may follow. */
function readLong(c: Source, start: number, at: number): number {
  const end = ((c.bytes[at] as number) | 0x20) === LETTER_E ? passExponent(c.bytes, at + 1) : at
  if (end >= 0) c.number = Number(asciiOf(c.bytes, start, end))
  return end
}

function passExponent(bytes: Uint8Array, start: number): number {
  const first = bytes[start] === MINUS || bytes[start] === PLUS ? start + 1 : start
  let at = first
  while (isDigit(bytes[at] as number)) at++
  return at > first ? at : NOT
}
