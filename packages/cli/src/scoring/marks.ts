/** What the report asks of each lead of a chunk. */
export interface Marks {
  /** The hash of its id, 0 where it has none. */
  readonly hashes: Float64Array
  /** Its line in the chunk, counted from 1. */
  readonly lineOf: Int32Array
  /** Where in the chunk its id stands; both are 0 where it has none, or an odd one. */
  readonly idStart: Int32Array
  readonly idEnd: Int32Array
}

const bytesEach = Float64Array.BYTES_PER_ELEMENT + 3 * Int32Array.BYTES_PER_ELEMENT

/** Marks of so many leads, to be set: in this buffer, where it is large enough. */
export function marksIn(spare: SharedArrayBuffer | undefined, leads: number): Marks {
  const fits = spare !== undefined && spare.byteLength >= bytesEach * leads
  const buffer = fits ? spare : new SharedArrayBuffer(2 * bytesEach * leads)
  return {
    hashes: new Float64Array(buffer, 0, leads),
    lineOf: new Int32Array(buffer, 8 * leads, leads),
    idStart: new Int32Array(buffer, 12 * leads, leads),
    idEnd: new Int32Array(buffer, 16 * leads, leads),
  }
}
