/** Places as protocols count them: lines and UTF-16 units from 0. A line ends with `\n`, `\r\n` or `\r`. */
import { positionAt, type SourceText } from '@merit-lang/language'

export interface LinePosition {
  readonly line: number
  readonly character: number
}

export function linePositionOf(source: SourceText, offset: number): LinePosition {
  const starts = startsOf(source)
  if (!starts) {
    const { line, column } = positionAt(source, offset)
    return { line: line - 1, character: column - 1 }
  }
  const line = starts.findLastIndex(start => start <= offset)
  return { line, character: offset - (starts[line] as number) }
}

/** A position behind the end of its line is that end, one behind the last line the end of the text. */
export function offsetOf(source: SourceText, { line, character }: LinePosition): number {
  const { text } = source
  const start = startOf(source, line)
  if (start === undefined) return text.length
  const end = text.slice(start, start + character).search(/[\r\n]/)
  return end < 0 ? Math.min(start + character, text.length) : start + end
}

function startOf(source: SourceText, line: number): number | undefined {
  const starts = startsOf(source)
  if (starts) return starts[line]
  let start = 0
  for (let i = 0; i < line; i++) {
    const end = source.text.indexOf('\n', start)
    if (end < 0) return undefined
    start = end + 1
  }
  return start
}

const known = new WeakMap<SourceText, readonly number[] | undefined>()

/** Where lines begin, in the rare text in which a lone `\r` ends one; nothing for others, whose lines the language counts alike. */
function startsOf(source: SourceText): readonly number[] | undefined {
  if (!source.text.includes('\r')) return undefined
  if (!known.has(source)) known.set(source, /\r(?!\n)/.test(source.text) ? lineStartsIn(source.text) : undefined)
  return known.get(source)
}

const lineStartsIn = (text: string) => [
  0,
  ...[...text.matchAll(/\r\n|\n|\r/g)].map(([sign], i, all) => (all[i]?.index ?? 0) + sign.length),
]
