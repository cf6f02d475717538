/** Text to lines, numbered from 1, without their ends. A line longer than the limit comes as `undefined`: memory is one line. */

/** In UTF-16 units. A lead of this size is a mistake in the file, such as all leads on one line. */
export const longest = 1 << 26

export const tooLong = 'this line is longer than 64 MB; put each record on a line of its own'

export interface Line {
  readonly number: number
  /** Undefined: longer than `longest`. */
  readonly text: string | undefined
}

export async function* lines(texts: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 1
  let carry = ''
  let tooLong = false
  for await (const text of texts) {
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield { number: number++, text: tooLong ? undefined : withoutReturn(carry + text.slice(start, end)) }
      carry = ''
      tooLong = false
      start = end + 1
    }
    carry = tooLong ? '' : carry + text.slice(start)
    if (carry.length > longest) {
      carry = ''
      tooLong = true
    }
  }
  if (carry !== '' || tooLong) yield { number, text: tooLong ? undefined : withoutReturn(carry) }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
