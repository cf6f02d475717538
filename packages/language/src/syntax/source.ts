/** One file's text with a name to show. Compared by identity: the same file is one object for a whole compilation. */
export interface SourceText {
  readonly path: string
  readonly text: string
}

/** A piece of a source text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly source: SourceText
  readonly start: number
  readonly end: number
}

/** Counted from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

const lineStarts = new WeakMap<SourceText, number[]>()

function lineStartsOf(source: SourceText): number[] {
  let starts = lineStarts.get(source)
  if (!starts) {
    starts = [0]
    for (let i = source.text.indexOf('\n'); i >= 0; i = source.text.indexOf('\n', i + 1)) starts.push(i + 1)
    lineStarts.set(source, starts)
  }
  return starts
}

export function positionAt(source: SourceText, offset: number): Position {
  const starts = lineStartsOf(source)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 }
}

/** The text of a line, counted from 1, without its end. */
export function lineText(source: SourceText, line: number): string {
  const starts = lineStartsOf(source)
  return source.text.slice(starts[line - 1], starts[line] ?? source.text.length).replace(/\r?\n$/, '')
}

export function textOf(span: Span): string {
  return span.source.text.slice(span.start, span.end)
}

/** From the start of the first to the end of the last, which stand in one file. */
export function spanning(first: Span, last: Span): Span {
  return { source: first.source, start: first.start, end: last.end }
}
