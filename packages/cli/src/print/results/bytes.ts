/** Output that is written as bytes, without texts in between. */
const encoder = new TextEncoder()

/** A text that is written often. */
export interface Piece {
  /** Its bytes, and zeros up to the next multiple of four. */
  readonly words: Int32Array
  readonly length: number
}

export function pieceOf(text: string): Piece {
  const bytes = encoder.encode(text)
  const padded = new DataView(new ArrayBuffer(bytes.length + 4))
  for (const [at, byte] of bytes.entries()) padded.setUint8(at, byte)
  const words = Int32Array.from({ length: Math.ceil(bytes.length / 4) }, (_, i) => padded.getInt32(4 * i, true))
  return { words, length: bytes.length }
}

/** Bytes that grow, in memory that threads share. */
export class Bytes {
  length = 0
  /** Where numbers go that are known later, as `[place, number]` one after the other. */
  readonly gaps: number[] = []
  #bytes: Uint8Array
  #view: DataView

  /** @param buffer to be filled; a larger one takes its place where it is too small */
  constructor(buffer = new SharedArrayBuffer(1 << 16)) {
    this.#bytes = new Uint8Array(buffer)
    this.#view = new DataView(buffer)
  }

  /** All that was put, in a buffer that is the caller's from now on. */
  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  /** Four bytes at a time: copying short pieces by a call takes longer. */
  put({ words, length }: Piece): void {
    this.reserve(length + 4)
    const view = this.#view
    let at = this.length
    for (let i = 0; i < words.length; i++) {
      view.setInt32(at, words[i] as number, true)
      at += 4
    }
    this.length += length
  }

  putBytes(bytes: Uint8Array, start: number, end: number): void {
    this.reserve(end - start)
    const into = this.#bytes
    let { length } = this
    for (let at = start; at < end; at++) into[length++] = bytes[at] as number
    this.length = length
  }

  putText(text: string): void {
    this.reserve(text.length * 3)
    this.length += encoder.encodeInto(text, this.#bytes.subarray(this.length)).written
  }

  /** Leaves a place for what is known later. */
  putGap(number: number): void {
    this.gaps.push(this.length, number)
  }

  /** Millionths of points, as points with the decimals that they have; `large` writes those that have more digits than are exact. */
  putPoints(millionths: number, large: (points: number) => string): void {
    const size = Math.abs(millionths)
    if (size < exactly) this.#putExactly(millionths, size)
    else this.putText(large(millionths / 1e6))
  }

  #putExactly(millionths: number, size: number): void {
    this.reserve(24)
    if (millionths < 0) this.#bytes[this.length++] = 0x2d
    const whole = Math.floor(size / 1e6)
    this.#putDigits(whole, 1)
    this.#putDecimals(size - whole * 1e6)
  }

  /** Of a whole number below 1e9. */
  #putDigits(number: number, least: number): void {
    let count = least
    while (count < powers.length && (powers[count] as number) <= number) count++
    let rest = number
    for (let at = this.length + count - 1; at >= this.length; at--) {
      const next = (rest / 10) | 0
      this.#bytes[at] = 0x30 + rest - next * 10
      rest = next
    }
    this.length += count
  }

  /** Six, without zeros at their end. */
  #putDecimals(millionths: number): void {
    if (millionths === 0) return
    this.#bytes[this.length++] = 0x2e
    this.#putDigits(millionths, 6)
    while (this.#bytes[this.length - 1] === 0x30) this.length--
  }

  /** Makes room for so many more. */
  reserve(count: number): void {
    if (this.length + count <= this.#bytes.length) return
    const grown = new Uint8Array(new SharedArrayBuffer(2 * (this.length + count)))
    grown.set(this.#bytes.subarray(0, this.length))
    this.#bytes = grown
    this.#view = new DataView(grown.buffer)
  }
}

/** Of ten, as many as there are digits. */
const powers = Float64Array.from({ length: 10 }, (_, digits) => 10 ** digits)

/** Below, digits by hand are those of `String`: fewer than 16 of them. */
const exactly = 1e15
