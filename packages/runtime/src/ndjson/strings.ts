/** Strings, four bytes in one go: behind the closing quote, or -1 where it is no JSON or no UTF-8. */
import type { Source } from './source.ts'
import { sequenceEnd } from './utf8.ts'

/** The top bit of the first byte that is a quote, a backslash, a control character or not ASCII; perhaps bits above it. 0: none. */
export function specialBytes(word: number): number {
  const quote = word ^ 0x22222222
  const backslash = word ^ 0x5c5c5c5c
  return (
    (((quote - 0x01010101) & ~quote) | ((backslash - 0x01010101) & ~backslash) | ((word - 0x20202020) & ~word) | word) &
    0x80808080
  )
}

/** How many bytes stand before the first special one. */
export function ordinaryBytes(specials: number): number {
  return (31 - Math.clz32(specials & -specials)) >> 3
}

export function passString(c: Source, start: number): number {
  const { view } = c
  let at = start + 1
  let special = specialBytes(view.getInt32(at, true))
  while (special === 0) {
    at += 4
    special = specialBytes(view.getInt32(at, true))
  }
  at += ordinaryBytes(special)
  return c.bytes[at] === 0x22 /* " */ ? at + 1 : passOddString(c, at)
}

/** The same, and leaves the hash of its bytes and whether they are its text. */
export function readString(c: Source, start: number): number {
  const { view } = c
  let at = start + 1
  let hash = 0
  let word = view.getInt32(at, true)
  let special = specialBytes(word)
  while (special === 0) {
    hash = mixed(hash, word)
    at += 4
    word = view.getInt32(at, true)
    special = specialBytes(word)
  }
  const rest = ordinaryBytes(special)
  if (rest > 0) hash = mixed(hash, firstBytes(word, rest))
  c.hash = ended(hash)
  c.plain = true
  at += rest
  return c.bytes[at] === 0x22 /* " */ ? at + 1 : passOddString(c, at)
}

/** From the first byte on that is an escape or not ASCII. The hash goes on byte by byte. */
function passOddString(c: Source, start: number): number {
  const { bytes } = c
  let at = start
  for (let byte = bytes[at] as number; byte !== 0x22 /* " */; byte = bytes[at] as number) {
    const end = byte === 0x5c /* \ */ ? escapeEnd(bytes, at) : byte < 0x80 ? at + 1 : sequenceEnd(bytes, at)
    if (byte < 0x20 /* space */ || end < 0) return -1
    if (byte === 0x5c /* \ */) c.plain = false
    for (; at < end; at++) c.hash = mixed(c.hash, bytes[at] as number)
  }
  return at + 1
}

const escapes = new Set(Array.from('"\\/bfnrt', char => char.charCodeAt(0)))

function escapeEnd(bytes: Uint8Array, at: number): number {
  const byte = bytes[at + 1] as number
  if (escapes.has(byte)) return at + 2
  if (byte !== 0x75 /* u */) return -1
  for (let i = at + 2; i < at + 6; i++) if (!isHex(bytes[i] as number)) return -1
  return at + 6
}

function isHex(byte: number): boolean {
  return (byte - 0x30) >>> 0 < 10 || ((byte | 0x20) - 0x61) >>> 0 < 6
}

// ---------------------------------------------------------------- hashes

/** Of any bytes; of those of a string without escapes the same as `readString` leaves. */
export function hashOf(view: DataView, start: number, end: number): number {
  let hash = 0
  let at = start
  for (; at + 4 <= end; at += 4) hash = mixed(hash, view.getInt32(at, true))
  if (at < end) hash = mixed(hash, firstBytes(view.getInt32(at, true), end - at))
  return ended(hash)
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1)
  return product ^ (product >>> 13)
}

function ended(hash: number): number {
  return hash ^ (hash >>> 15)
}

/** So many of a word's four. */
export function firstBytes(word: number, count: number): number {
  return count === 0 ? 0 : word & (-1 >>> (32 - 8 * count))
}

/** Four bytes at a time: both sides can be read that far beyond the end. */
export function sameBytes(a: DataView, atA: number, b: DataView, atB: number, length: number): boolean {
  let i = 0
  for (; i + 4 <= length; i += 4) if (a.getInt32(atA + i, true) !== b.getInt32(atB + i, true)) return false
  return i === length || firstBytes(a.getInt32(atA + i, true) ^ b.getInt32(atB + i, true), length - i) === 0
}
