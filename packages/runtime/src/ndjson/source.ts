/** Bytes that follow the last one that counts: words of four bytes and times are read before it is known that they end earlier. */
export const SLACK = 64

/**
 * Whole lines of UTF-8. The last ends with a line break, and `SLACK` bytes follow it.
 *
 * What reads them takes the place where it begins and gives the place behind what it read, or -1 where the line is to be left to
 * `JSON.parse`; what else it finds out it leaves here. Bytes are written as numbers: to the engine a module's named constants
 * are variables, which are looked up at each use and cost a tenth of the time.
 */
export class Source {
  bytes: Uint8Array = new Uint8Array(SLACK)
  view: DataView = new DataView(this.bytes.buffer)
  /** What `readNumber` and `readInstant` found. Never a small integer at first, so that the engine keeps it as a double. */
  number = Number.NaN
  /** Of the string that `readString` passed. */
  hash = 0
  /** Whether that string holds no escape: its bytes are its text. */
  plain = true
  /** Of the value that `Spellings` read. */
  code = 0
  /** Behind the string that `numberAt` found. */
  end = 0

  /** Never a subclass of Uint8Array such as Node's Buffer: the engine is at its best with one class only. */
  load(bytes: Uint8Array): void {
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
}

/** Behind white space, which in a line is never a line break. */
export function afterSpace(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) > 0x20 /* space */ ? at : passSpace(bytes, at)
}

function passSpace(bytes: Uint8Array, start: number): number {
  let at = start
  while (bytes[at] === 0x20 /* space */ || bytes[at] === 0x09 /* \t */ || bytes[at] === 0x0d /* \r */) at++
  return at
}

export function isDigit(byte: number): boolean {
  return (byte - 0x30) /* 0 */ >>> 0 < 10
}
