/** Places as protocols count them: lines and UTF-16 units from 0. */
import { positionAt, type SourceText } from '@merit-lang/language'

export interface LinePosition {
  readonly line: number
  readonly character: number
}

export function linePositionOf(source: SourceText, offset: number): LinePosition {
  const { line, column } = positionAt(source, offset)
  return { line: line - 1, character: column - 1 }
}

/** A position behind the end of its line is that end, one behind the last line the end of the text. */
export function offsetOf({ text }: SourceText, { line, character }: LinePosition): number {
  let start = 0
  for (let i = 0; i < line; i++) {
    const end = text.indexOf('\n', start)
    if (end < 0) return text.length
    start = end + 1
  }
  const end = text.indexOf('\n', start)
  const last = end < 0 ? text.length : text[end - 1] === '\r' && end > start ? end - 1 : end
  return Math.min(start + character, last)
}
