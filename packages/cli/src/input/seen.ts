/** Whether the same id came before. */

/** Above this many different ids, further ones are no longer compared. */
export const mostIds = 1 << 20

/**
 * Remembers ids in 12 bytes each: a 53-bit hash and the line. Two different ids of the same hash are improbable (one in ten
 * thousand for a full table) and would cost a needless warning.
 */
export class IdTable {
  #hashes: Float64Array
  #lines: Uint32Array
  #size = 0

  /** @param ids for so many there is room from the beginning, a power of two: memory then does not grow up to there */
  constructor(ids = 1 << 9) {
    this.#hashes = new Float64Array(2 * ids)
    this.#lines = new Uint32Array(2 * ids)
  }

  get full(): boolean {
    return this.#size >= mostIds
  }

  /** The line of an earlier record with this id; otherwise remembers it. */
  seenAt(id: string, line: number): number | undefined {
    return this.hashSeenAt(hashOf(id), line)
  }

  hashSeenAt(hash: number, line: number): number | undefined {
    const slot = this.#slot(hash)
    if (this.#hashes[slot] === hash) return this.#lines[slot]
    if (this.full) return undefined
    this.#put(slot, hash, line)
    if (++this.#size * 2 > this.#hashes.length) this.#grow()
    return undefined
  }

  #slot(hash: number): number {
    const hashes = this.#hashes
    const mask = hashes.length - 1
    let slot = hash & mask
    while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }

  #put(slot: number, hash: number, line: number): void {
    this.#hashes[slot] = hash
    this.#lines[slot] = line
  }

  #grow(): void {
    const hashes = this.#hashes
    const lines = this.#lines
    this.#hashes = new Float64Array(hashes.length * 2)
    this.#lines = new Uint32Array(hashes.length * 2)
    for (let slot = 0; slot < hashes.length; slot++) {
      const hash = hashes[slot] as number
      if (hash !== 0) this.#put(this.#slot(hash), hash, lines[slot] as number)
    }
  }
}

/** 53 bits, never 0: two FNV-1a hashes with different offsets. */
export function hashOf(text: string): number {
  let low = 0x811c9dc5
  let high = 0x2fd3a1b7
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ (unit + 0x5bd1), 0x85ebca6b)
  }
  return joined(high, low)
}

/** The same of a text's UTF-8. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let low = 0x811c9dc5
  let high = 0x2fd3a1b7
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    if (byte > 127) return hashOf(decoder.decode(bytes.subarray(start, end)))
    low = Math.imul(low ^ byte, 0x01000193)
    high = Math.imul(high ^ (byte + 0x5bd1), 0x85ebca6b)
  }
  return joined(high, low)
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function joined(high: number, low: number): number {
  return (mixed(high) & 0x1fffff) * 0x100000000 + mixed(low) || 1
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (once ^ (once >>> 13)) >>> 0
}
