/** The line that something stands in, with the place marked below. */
import { lineText, positionAt, type Span } from '@merit-lang/language'
import type { Paint } from './paint.ts'

const longestLine = 140

export function frame({ source, start, end }: Span, paint: Paint): string[] {
  const from = positionAt(source, start)
  const to = positionAt(source, end)
  const text = lineText(source, from.line)
  const last = to.line === from.line ? to.column : text.length + 1
  const gutter = String(from.line)
  const marks = '^'.repeat(Math.max(1, Math.min(last, longestLine) - from.column))
  const blank = text.slice(0, from.column - 1).replace(/[^\t]/g, ' ')
  return [
    `${paint.dim(`${gutter} │`)} ${text.slice(0, longestLine)}`,
    `${paint.dim(`${' '.repeat(gutter.length)} │`)} ${from.column > longestLine ? '' : `${blank}${paint.bad(marks)}`}`,
  ]
}
