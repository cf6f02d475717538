/** Bytes to text. Lines with bytes that are not UTF-8 are named, never silently repaired. */
import { isUtf8 } from 'node:buffer'

/**
 * The text of the chunks, without byte order mark. `onInvalid` is told the number of each line with invalid bytes (which
 * then hold U+FFFD) before that line's text is given out.
 */
export async function* decodeUtf8(
  chunks: AsyncIterable<Buffer>,
  onInvalid: (line: number) => void,
): AsyncGenerator<string> {
  let carry: Buffer = Buffer.alloc(0)
  let line = 1
  let atStart = true
  for await (const chunk of chunks) {
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk
    const whole = bytes.subarray(0, bytes.length - unfinishedTail(bytes))
    carry = bytes.subarray(whole.length)
    if (!isUtf8(whole)) for (const invalid of invalidLines(whole, line)) onInvalid(invalid)
    const text = whole.toString('utf8')
    line += newlines(whole)
    if (text === '') continue
    yield atStart ? text.replace(/^\uFEFF/, '') : text
    atStart = false
  }
  if (carry.length > 0) {
    onInvalid(line)
    yield carry.toString('utf8')
  }
}

const newline = 0x0a

function newlines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count++
  return count
}

/** How many bytes at the end begin a character whose rest is still to come: 0 to 3. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0
  }
  return 0
}

function sequenceLength(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
}

function* invalidLines(bytes: Buffer, firstLine: number): Generator<number> {
  let line = firstLine
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(newline, start)
    const end = found < 0 ? bytes.length : found
    if (!isUtf8(bytes.subarray(start, end))) yield line
    start = end + 1
  }
}
