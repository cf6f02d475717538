import type { GrowingDictionary } from './dictionary.ts'
import { grownCodes } from './field.ts'
import type { Source } from './source.ts'
import { ordinaryBytes, readString, specialBytes } from './strings.ts'
import { textOf } from './text.ts'

/** Stands in the dictionary until `flush`. */
const UNDECODED = ''

/**
 * Strings that are words of their own, put together and decoded in one go: a decoder takes as long for a short text as for
 * a hundred of them.
 */
export class FreshTexts {
  #bytes = new Uint8Array(1 << 12)
  #view = new DataView(this.#bytes.buffer)
  #used = 0
  /** How many units of text each has, and its code. */
  #lengths = new Int32Array(1 << 8)
  #codes = new Int32Array(1 << 8)
  #count = 0

  /** Reads the string at the place and leaves its code. */
  read(c: Source, at: number, words: GrowingDictionary): number {
    const length = this.#copy(c, at + 1)
    const end = at + 1 + length
    if (c.bytes[end] !== 0x22 /* " */) return this.#readOdd(c, at, words)
    c.code = this.#add(length, length, words)
    return end + 1
  }

  /** Copies the bytes that are ASCII and no escape, to behind those that are used, and some more. Gives how many they are. */
  #copy({ view }: Source, start: number): number {
    let length = 0
    for (;;) {
      if (this.#used + length + 4 > this.#bytes.length) this.#growBytes(length)
      const word = view.getInt32(start + length, true)
      const special = specialBytes(word)
      this.#view.setInt32(this.#used + length, word, true)
      if (special !== 0) return length + ordinaryBytes(special)
      length += 4
    }
  }

  #readOdd(c: Source, at: number, words: GrowingDictionary): number {
    const end = readString(c, at)
    if (end < 0) return end
    if (!c.plain) {
      c.code = words.push(JSON.parse(textOf(c.bytes, at, end)))
      return end
    }
    const string = c.bytes.subarray(at + 1, end - 1)
    while (this.#used + string.length + 4 > this.#bytes.length) this.#growBytes(string.length)
    this.#bytes.set(string, this.#used)
    c.code = this.#add(string.length, units(string), words)
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

  #add(length: number, units: number, words: GrowingDictionary): number {
    if (this.#count === this.#lengths.length) this.#grow()
    const code = words.push(UNDECODED)
    this.#used += length
    this.#codes[this.#count] = code
    this.#lengths[this.#count++] = units
    return code
  }

  #grow(): void {
    this.#lengths = grownCodes(this.#lengths, 2 * this.#count)
    this.#codes = grownCodes(this.#codes, 2 * this.#count)
  }

  #growBytes(more: number): void {
    const bytes = new Uint8Array(2 * (this.#used + more + 4))
    bytes.set(this.#bytes)
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer)
  }
}

/** How long the text of these bytes of UTF-8 is: one unit for each character, two for those of four bytes. */
function units(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) {
    count += Number((byte & 0xc0) !== 0x80) + Number(byte >= 0xf0)
  }
  return count
}
