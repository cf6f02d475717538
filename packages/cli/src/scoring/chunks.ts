/** A file as chunks of whole lines, in buffers that are used again: memory is that of the few chunks that are under way. */
import { longest } from '@merit-lang/leads'
import type { Chunk } from './part.ts'

/** Reads into the bytes, from their start; resolves to how many it read, 0 at the end. */
export type ReadInto = (bytes: Uint8Array) => Promise<number>

export interface FileChunk extends Chunk {
  readonly isLast: boolean
}

const newline = 0x0a
/** Room behind the lines: for a line break that the last one lacks, and what the reader of lines wants. */
const slack = 72

export class Chunks {
  readonly #read: ReadInto
  readonly #size: number
  readonly #spare: SharedArrayBuffer[] = []
  #bytes: Uint8Array
  /** Of the bytes, those from 0 on that were read. */
  #used = 0
  #ended = false

  /** @param size of a chunk in bytes; a longer line makes a larger one */
  constructor(read: ReadInto, size = 1 << 21) {
    this.#read = read
    this.#size = size
    this.#bytes = this.#take(size)
  }

  /** A chunk's buffer that is not needed any more. */
  giveBack(buffer: SharedArrayBuffer): void {
    this.#spare.push(buffer)
  }

  async *all(): AsyncGenerator<FileChunk> {
    await this.#fill()
    this.#blankMark()
    for (;;) {
      const end = await this.#nextEnd()
      const isCut = end < 0
      yield this.#cutOff(Math.max(0, end), isCut)
      if (isCut) await this.#skipLine()
      if (this.#ended && this.#used === 0) return
    }
  }

  /** Reads on until there are enough whole lines. Gives their end; -1: the line at hand is too long. */
  async #nextEnd(): Promise<number> {
    for (;;) {
      await this.#fill()
      if (this.#ended) return this.#endLine()
      const found = this.#bytes.lastIndexOf(newline, this.#used - 1)
      if (found >= 0) return found + 1
      if (this.#used >= longest) return -1
      this.#replace(this.#take(Math.min(this.#used * 2, longest)), 0)
    }
  }

  /** A byte order mark becomes white space. */
  #blankMark(): void {
    const [first, second, third] = this.#bytes
    if (first === 0xef && second === 0xbb && third === 0xbf) this.#bytes.fill(0x20, 0, 3)
  }

  async #fill(): Promise<void> {
    const capacity = this.#bytes.length - slack
    while (!this.#ended && this.#used < capacity) {
      const count = await this.#read(this.#bytes.subarray(this.#used, capacity))
      this.#used += count
      this.#ended = count === 0
    }
  }

  /** The last line may lack its line break. */
  #endLine(): number {
    if (this.#used > 0 && this.#bytes[this.#used - 1] !== newline) this.#bytes[this.#used++] = newline
    return this.#used
  }

  #cutOff(end: number, isCut: boolean): FileChunk {
    const { buffer } = this.#bytes
    this.#replace(this.#take(this.#size + this.#used - end), isCut ? this.#used : end)
    return { buffer: buffer as SharedArrayBuffer, end, isCut, isLast: this.#ended && this.#used === 0 }
  }

  /** Goes on in another buffer, with what was read from `start` on. */
  #replace(bytes: Uint8Array, start: number): void {
    bytes.set(this.#bytes.subarray(start, this.#used))
    this.#bytes = bytes
    this.#used -= start
  }

  /** What is left of a line that is too long. */
  async #skipLine(): Promise<void> {
    for (;;) {
      await this.#fill()
      const found = this.#bytes.subarray(0, this.#used).indexOf(newline)
      this.#bytes.copyWithin(0, found < 0 ? this.#used : found + 1, this.#used)
      this.#used = found < 0 ? 0 : this.#used - found - 1
      if (found >= 0 || this.#ended) return
    }
  }

  /** What is left over from chunk to chunk varies, and buffers that fitted only some of it would soon be garbage: there are few sizes. */
  #take(size: number): Uint8Array {
    const step = Math.ceil(this.#size / 32)
    const room = Math.ceil(size / step) * step + slack
    const spare = this.#spare.pop()
    return new Uint8Array(spare && spare.byteLength >= room ? spare : new SharedArrayBuffer(room))
  }
}
