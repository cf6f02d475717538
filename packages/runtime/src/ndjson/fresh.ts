import type { GrowingDictionary } from './dictionary.ts'
import { grownCodes } from './field.ts'
import type { Source } from './source.ts'
import { readString } from './strings.ts'
import { textOf } from './text.ts'

/** Stands in the dictionary until `flush`. */
const UNDECODED = ''

/**
 * Strings that are words of their own, put together and decoded in one go: a decoder takes as long for a short text as for
 * a hundred of them.
 */
export class FreshTexts {
  #bytes = new Uint8Array(1 << 12)
  #used = 0
  /** How many units of text each has, and its code. */
  #lengths = new Int32Array(1 << 8)
  #codes = new Int32Array(1 << 8)
  #count = 0

  /** Reads the string at the place and leaves its code. */
  read(c: Source, at: number, words: GrowingDictionary): number {
    const end = readString(c, at)
    if (end < 0) return end
    if (!c.plain) c.code = words.push(JSON.parse(textOf(c.bytes, at, end)))
    else this.#add(c, at + 1, end - 1, words)
    return end
  }

  /** Gives the codes their words. */
  flush(words: GrowingDictionary): void {
    const text = textOf(this.#bytes, 0, this.#used)
    let start = 0
    for (let i = 0; i < this.#count; i++) {
      const end = start + (this.#lengths[i] as number)
      words.values[this.#codes[i] as number] = text.slice(start, end)
      start = end
    }
    this.#used = this.#count = 0
  }

  #add(c: Source, start: number, end: number, words: GrowingDictionary): void {
    const { bytes, isAscii } = c
    if (this.#used + end - start > this.#bytes.length) this.#growBytes(end - start)
    if (this.#count === this.#lengths.length) this.#grow()
    c.code = words.push(UNDECODED)
    this.#codes[this.#count] = c.code
    const into = this.#bytes
    let used = this.#used
    for (let at = start; at < end; at++) into[used++] = bytes[at] as number
    this.#used = used
    this.#lengths[this.#count++] = isAscii ? end - start : units(bytes, start, end)
  }

  #grow(): void {
    this.#lengths = grownCodes(this.#lengths, 2 * this.#count)
    this.#codes = grownCodes(this.#codes, 2 * this.#count)
  }

  #growBytes(more: number): void {
    const bytes = new Uint8Array(2 * (this.#used + more))
    bytes.set(this.#bytes)
    this.#bytes = bytes
  }
}

/** How long the text of these bytes of UTF-8 is: one unit for each character, two for those of four bytes. */
function units(bytes: Uint8Array, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    count += Number((byte & 0xc0) !== 0x80) + Number(byte >= 0xf0)
  }
  return count
}
