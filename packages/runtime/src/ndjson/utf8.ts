/** The first byte of a sequence, its length, and what its second byte may be. The third and fourth are 80 to BF. Unicode, table 3-7. */
const forms: readonly (readonly [first: number, last: number, length: number, low: number, high: number])[] = [
  [0xc2, 0xdf, 2, 0x80, 0xbf],
  [0xe0, 0xe0, 3, 0xa0, 0xbf],
  [0xe1, 0xec, 3, 0x80, 0xbf],
  [0xed, 0xed, 3, 0x80, 0x9f],
  [0xee, 0xef, 3, 0x80, 0xbf],
  [0xf0, 0xf0, 4, 0x90, 0xbf],
  [0xf1, 0xf3, 4, 0x80, 0xbf],
  [0xf4, 0xf4, 4, 0x80, 0x8f],
]

/** Behind the sequence of several bytes that begins at `at`, or -1 where it is no valid UTF-8. */
export function sequenceEnd(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] as number
  const second = bytes[at + 1] as number
  for (const [first, last, length, low, high] of forms) {
    if (byte < first || byte > last) continue
    if (second < low || second > high) return -1
    for (let i = 2; i < length; i++) if (((bytes[at + i] as number) & 0xc0) !== 0x80) return -1
    return at + length
  }
  return -1
}
