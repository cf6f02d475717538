/**
 * CSV (RFC 4180) as a stream of records. Written by hand because of what it does after a mistake: a quote that is never
 * closed costs its own line, not the rest of the file, and memory stays bounded while looking for its end.
 */

export interface CsvRecord {
  /** On which the record starts, counted from 1. */
  readonly line: number
  /** On which it ends. */
  readonly lastLine: number
  /** Undefined: the record is malformed, see `problem`. */
  readonly cells?: readonly string[]
  readonly problem?: string
}

/** A quoted cell that goes on for longer than this is taken for a quote that was never closed. In UTF-16 units. */
const longestRecord = 1 << 20

const delimiters = [',', ';', '\t', '|']

/** The delimiter that stands most often outside quotes in the header. */
export function detectDelimiter(text: string): string {
  const header = text.replace(/"[^"]*"?/g, '').split(/\r?\n/, 1)[0] as string
  const counts = delimiters.map(delimiter => header.split(delimiter).length)
  return delimiters[counts.indexOf(Math.max(...counts))] as string
}

/** Records of the text, blank lines left out. The delimiter is read off the first line. */
export async function* csvRecords(texts: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  let delimiter: string | undefined
  let rest = ''
  let line = 1
  for await (const text of texts) {
    rest += text
    if (delimiter === undefined && !rest.includes('\n')) continue
    delimiter ??= detectDelimiter(rest)
    line = yield* drain(false)
  }
  delimiter ??= detectDelimiter(rest)
  yield* drain(true)

  function* drain(atEnd: boolean): Generator<CsvRecord, number> {
    let start = 0
    while (start < rest.length) {
      const read = readRecord(rest, start, delimiter as string, atEnd)
      if (read === 'unfinished') break
      const breaks = countBreaks(rest, start, read.next)
      const ended = breaks > 0 && rest[read.next - 1] === '\n' ? breaks - 1 : breaks
      if (read.problem !== undefined) yield { line, lastLine: line + ended, problem: read.problem }
      else if (!isBlank(read.cells)) yield { line, lastLine: line + ended, cells: read.cells }
      line += breaks
      start = read.next
    }
    rest = rest.slice(start)
    return line
  }
}

type Read =
  | 'unfinished'
  | { readonly cells: string[]; readonly next: number; readonly problem?: undefined }
  | { readonly cells?: undefined; readonly next: number; readonly problem: string }

const isBlank = (cells: readonly string[]) => cells.length === 1 && (cells[0] as string).trim() === ''

function countBreaks(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}

function readRecord(text: string, start: number, delimiter: string, atEnd: boolean): Read {
  const cells: string[] = []
  let at = start
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter)
    if (cell === undefined) return unclosed(text, start, cells.length + 1, atEnd)
    cells.push(cell.value)
    at = cell.end
    if (text[at] === delimiter) {
      at++
      continue
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    if (at >= text.length || (at === text.length - 1 && text[at] === '\r'))
      return atEnd ? { cells, next: text.length } : 'unfinished'
    if (text[at] === '\n') return { cells, next: at + 1 }
    return malformed(
      text,
      start,
      at,
      `cell ${cells.length} goes on after its closing quote; write a quote inside a cell as ""`,
      atEnd,
    )
  }
}

interface Cell {
  readonly value: string
  readonly end: number
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++
  if (text[end] === '\n' && end > start && text[end - 1] === '\r') end--
  return { value: text.slice(start, end), end }
}

/** Undefined: its end is not in the text. */
function quotedCell(text: string, start: number): Cell | undefined {
  let value = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return undefined
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') return { value, end: quote + 1 }
    value += '"'
    from = quote + 2
  }
}

function unclosed(text: string, start: number, cell: number, atEnd: boolean): Read {
  if (!atEnd && text.length - start <= longestRecord) return 'unfinished'
  return malformed(text, start, start, `cell ${cell} opens a quote that is never closed`, true)
}

/** Reading goes on at the line after `at`. */
function malformed(text: string, start: number, at: number, problem: string, decided: boolean): Read {
  const end = text.indexOf('\n', at)
  if (end < 0 && !decided && text.length - start <= longestRecord) return 'unfinished'
  return { next: end < 0 ? text.length : end + 1, problem }
}
