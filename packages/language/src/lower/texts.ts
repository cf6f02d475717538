/** What is written, as it is shown. */
import type { SourceSpan } from '@merit-lang/runtime'
import { positionAt, type Span, textOf } from '../syntax/source.ts'

const pieces = /"(?:[^"\\\n]|\\.)*"|`[^`\n]*`|#[^\n]*|\s+|[^\s"`#]+|["`]/g

/** On one line, without comments. */
export function written(span: Span): string {
  const text = textOf(span)
  if (!/[\n#]|\s\s/.test(text)) return text.trim()
  const kept = text.match(pieces)?.map(piece => (/^[#\s]/.test(piece) ? ' ' : piece)) ?? []
  return kept
    .join('')
    .replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted) => quoted ?? ' ')
    .trim()
}

export function placeOf({ source, start }: Span): SourceSpan {
  return { path: source.path, ...positionAt(source, start) }
}
