/**
 * Strings of up to 15 bytes, which most values and names are, as four words: the bytes, zeros behind them, and in the last
 * byte how many they are. They are found by one look at one place, without a loop.
 */
import type { Source } from './source.ts'
import { firstBytes } from './strings.ts'

export const longestShort = 15
const STRIDE = 8

/** Numbers by short strings that were valid JSON without escapes: a hash table with open addressing. */
export class ShortNumbers {
  /** By slot, the four words, and the number and one; 0: there is none. */
  entries = new Int32Array(STRIDE * 64)
  /** How many slots there are, less one. */
  mask = 63
  #size = 0

  /** @param start of the string's bytes, without quotes; `number` is at least 0 */
  add({ view }: Source, start: number, end: number, number: number): void {
    if (8 * ++this.#size > this.mask) this.#grow()
    const wordAt = (at: number) =>
      firstBytes(view.getInt32(start + at, true), Math.min(4, Math.max(0, end - start - at)))
    this.#put([wordAt(0), wordAt(4), wordAt(8), wordAt(12) | ((end - start) << 24), number + 1])
  }

  clear(): void {
    this.entries.fill(0)
    this.#size = 0
  }

  #put(entry: Iterable<number>): void {
    const [word0 = 0, word1 = 0, word2 = 0, word3 = 0, number = 0] = entry
    let slot = hashOf(word0, word1, word2, word3) & this.mask
    while (this.entries[slot * STRIDE + 4] !== 0) slot = (slot + 1) & this.mask
    this.entries.set([word0, word1, word2, word3, number], slot * STRIDE)
  }

  #grow(): void {
    const { entries } = this
    this.entries = new Int32Array(entries.length * 2)
    this.mask = this.mask * 2 + 1
    for (let at = 0; at < entries.length; at += STRIDE) {
      if (entries[at + 4] !== 0) this.#put(entries.subarray(at, at + STRIDE))
    }
  }
}

/**
 * The number of the string at the place, whose end is left in `c.end`; -1 where it was not added. Only a quote is looked for:
 * the strings that were added are valid, and no other has their bytes. The quote of an escape looks like an end, but none
 * that was added ends with a backslash. Without branches: how long a string is can not be foreseen, and a processor that
 * foresaw it wrongly loses more than all this takes.
 */
export function numberAt(c: Source, at: number, { entries, mask }: ShortNumbers): number {
  const { view } = c
  const bytes0 = view.getInt32(at + 1, true)
  const bytes1 = view.getInt32(at + 5, true)
  const bytes2 = view.getInt32(at + 9, true)
  const bytes3 = view.getInt32(at + 13, true)
  const quotes0 = quoteBytes(bytes0)
  const quotes1 = quoteBytes(bytes1)
  const quotes2 = quoteBytes(bytes2)
  const quotes3 = quoteBytes(bytes3)
  // Of each word all bits where no quote stands up to here, and those before the first where it stands in it; else none.
  const mask0 = bitsBefore(quotes0)
  const none0 = noneOf(quotes0)
  const mask1 = bitsBefore(quotes1) & none0
  const none1 = noneOf(quotes1) & none0
  const mask2 = bitsBefore(quotes2) & none1
  const none2 = noneOf(quotes2) & none1
  const mask3 = bitsBefore(quotes3) & none2
  if ((noneOf(quotes3) & none2) !== 0) return -1
  const zeros = Math.clz32(mask0) + Math.clz32(mask1) + Math.clz32(mask2) + Math.clz32(mask3)
  const length = longestShort + 1 - (zeros >> 3)
  const word0 = bytes0 & mask0
  const word1 = bytes1 & mask1
  const word2 = bytes2 & mask2
  const word3 = (bytes3 & mask3) | (length << 24)
  c.end = at + length + 2
  for (let slot = hashOf(word0, word1, word2, word3) & mask; ; slot = (slot + 1) & mask) {
    const entry = slot * STRIDE
    const number = entries[entry + 4] as number
    const differs =
      ((entries[entry] as number) ^ word0) |
      ((entries[entry + 1] as number) ^ word1) |
      ((entries[entry + 2] as number) ^ word2) |
      ((entries[entry + 3] as number) ^ word3)
    if (differs === 0 || number === 0) return number - 1
  }
}

/** Of a word, all bits below the byte of its first quote, or all where there is none. */
function bitsBefore(quotes: number): number {
  return ((quotes & -quotes) >>> 7) - 1
}

/** All bits where there is no quote, else none. */
function noneOf(quotes: number): number {
  return ~((quotes | -quotes) >> 31)
}

/** The top bit of the first byte that is a quote; perhaps bits above it. 0: there is none. */
function quoteBytes(word: number): number {
  const quote = word ^ 0x22222222
  return (quote - 0x01010101) & ~quote & 0x80808080
}

function hashOf(word0: number, word1: number, word2: number, word3: number): number {
  const half = Math.imul(word0, 0x9e3779b1) ^ Math.imul(word1, 0x85ebca6b)
  const whole = half ^ Math.imul(word2, 0xc2b2ae35) ^ Math.imul(word3, 0x27d4eb2f)
  return whole ^ (whole >>> 15)
}
