import type { Source } from './source.ts'
import { sameBytes } from './strings.ts'

/** Distinct runs of bytes, numbered as they come: a hash table with open addressing. Faster than texts, which would have to be made first. */
export class Spans {
  /** A place and one, or 0. */
  #slots = new Int32Array(64)
  #hashes = new Int32Array(32)
  #starts = new Int32Array(33)
  #bytes = new Uint8Array(512)
  #view = new DataView(this.#bytes.buffer)
  size = 0

  /** The place of the bytes from `start` to `end`, or -1. */
  find(c: Source, start: number, end: number, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = (slots[slot] as number) - 1
      if (place < 0) return -1
      if (this.#hashes[place] === hash && this.#isAt(place, c, start, end)) return place
    }
  }

  add(c: Source, start: number, end: number, hash: number): number {
    this.#reserve(end - start)
    const place = this.size++
    const offset = this.#starts[place] as number
    this.#bytes.set(c.bytes.subarray(start, end), offset)
    this.#starts[place + 1] = offset + end - start
    this.#hashes[place] = hash
    this.#link(place)
    return place
  }

  clear(): void {
    this.#slots.fill(0)
    this.size = 0
  }

  #isAt(place: number, c: Source, start: number, end: number): boolean {
    const offset = this.#starts[place] as number
    const length = (this.#starts[place + 1] as number) - offset
    return length === end - start && sameBytes(this.#view, offset, c.view, start, length)
  }

  #link(place: number): void {
    const mask = this.#slots.length - 1
    let slot = (this.#hashes[place] as number) & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = place + 1
  }

  #reserve(length: number): void {
    const end = (this.#starts[this.size] as number) + length
    if (end + 4 > this.#bytes.length) this.#growBytes(end)
    if (this.size === this.#hashes.length) this.#growPlaces()
  }

  #growBytes(end: number): void {
    const bytes = new Uint8Array(2 * (end + 4))
    bytes.set(this.#bytes)
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer)
  }

  #growPlaces(): void {
    const [hashes, starts] = [this.#hashes, this.#starts]
    this.#hashes = new Int32Array(hashes.length * 2)
    this.#hashes.set(hashes)
    this.#starts = new Int32Array(hashes.length * 2 + 1)
    this.#starts.set(starts)
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (let place = 0; place < this.size; place++) this.#link(place)
  }
}
