/**
 * A data file as records: one lead or event each, with the line on which it starts. What cannot be read is told to
 * `problem` and left out; what follows it is still read.
 */
import { notAnObject, notJson, notUtf8 } from '@merit-lang/runtime/batch'
import { type CsvRecord, csvRecords } from './csv.ts'
import { jsonPieces } from './json.ts'
import { lines, tooLong } from './lines.ts'

export type DataFormat = 'csv' | 'ndjson' | 'json'

/** A file that is read as it comes. */
export interface TextFile {
  readonly name: string
  readonly format: DataFormat
  /** The text, piece by piece. `invalid` is told each line that was no text, before that line is given out. */
  readonly texts: (invalid: (line: number) => void) => AsyncIterable<string>
}

export type Fields = Readonly<Record<string, unknown>>
export interface DataRecord {
  readonly line: number
  readonly fields: Fields
}

/** Makes a record of a row's cells, for the header that it is given first. */
export type RowReader = (header: readonly string[]) => (cells: readonly string[]) => Fields
/** Told of each mistake, with the name of the file and the line (counted from 1). */
export type OnProblem = (file: string, line: number, message: string) => void

export interface RecordOptions {
  readonly row: RowReader
  /** Keys under which a JSON object may hold the list: `leads`. */
  readonly wrappers: readonly string[]
  /** What a record is. */
  readonly noun: 'lead' | 'event'
  readonly problem: OnProblem
  /** What is thrown where a table cannot be read at all. */
  readonly refusal: (message: string, advice?: string) => Error
}

export interface Records {
  readonly name: string
  readonly records: AsyncIterable<DataRecord>
}

/** @throws what `refusal` makes, while the records are read */
export function recordsOf(file: TextFile, options: RecordOptions): Records {
  return { name: file.name, records: readers[file.format](file, options) }
}

const readers = { csv: csvFile, ndjson: ndjsonFile, json: jsonFile } satisfies {
  [Format in DataFormat]: (file: TextFile, options: RecordOptions) => AsyncGenerator<DataRecord>
}

/** Lines with invalid bytes that are still to be passed, in order. */
class InvalidLines {
  readonly #lines: number[] = []
  readonly add = (line: number): void => {
    this.#lines.push(line)
  }

  /** Whether one of them is at or before `line`; those are then forgotten. */
  upTo(line: number): boolean {
    let found = false
    for (; this.#lines.length > 0 && (this.#lines[0] as number) <= line; found = true) this.#lines.shift()
    return found
  }
}

// ---------------------------------------------------------------- JSON

async function* ndjsonFile(file: TextFile, options: RecordOptions): AsyncGenerator<DataRecord> {
  const invalid = new InvalidLines()
  for await (const { number, text } of lines(file.texts(invalid.add))) {
    const broken = invalid.upTo(number)
    if (text === undefined) options.problem(file.name, number, tooLong)
    else if (broken) options.problem(file.name, number, notUtf8)
    else if (text.trim() !== '') yield* parsed(file, number, text, options)
  }
}

async function* jsonFile(file: TextFile, options: RecordOptions): AsyncGenerator<DataRecord> {
  const invalid = new InvalidLines()
  for await (const { line, text, whole } of jsonPieces(file.texts(invalid.add), options.wrappers)) {
    const broken = invalid.upTo(line + countBreaks(text))
    if (!whole) options.problem(file.name, line, 'the file ends in the middle of what starts here')
    else if (broken) options.problem(file.name, line, notUtf8)
    else yield* parsed(file, line, text, options)
  }
}

const countBreaks = (text: string) => text.split('\n').length - 1

function* parsed(file: TextFile, line: number, text: string, options: RecordOptions): Generator<DataRecord> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    options.problem(file.name, line, notJson(text, error))
    return
  }
  if (isFields(value)) yield { line, fields: value }
  else options.problem(file.name, line, notAnObject(articled[options.noun]))
}

const articled = { lead: 'a lead', event: 'an event' } as const

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// ---------------------------------------------------------------- CSV

async function* csvFile(file: TextFile, options: RecordOptions): AsyncGenerator<DataRecord> {
  const invalid = new InvalidLines()
  let table: Table | undefined
  for await (const record of csvRecords(file.texts(invalid.add))) {
    const broken = invalid.upTo(record.lastLine)
    if (table === undefined) table = readHeader(file, record, broken, options)
    else if (broken) options.problem(file.name, record.line, notUtf8)
    else yield* row(file, table, record, options)
  }
}

interface Table {
  readonly width: number
  readonly read: (cells: readonly string[]) => Fields
}

function readHeader(file: TextFile, record: CsvRecord, broken: boolean, options: RecordOptions): Table {
  const place = `${file.name}:${record.line}`
  if (broken) throw options.refusal(`${place}: ${notUtf8}.`)
  if (!record.cells) throw options.refusal(`${place}: the header cannot be read: ${record.problem}.`)
  const header = record.cells.map(name => name.trim())
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) < index)
  if (twice !== undefined)
    throw options.refusal(`${place}: two columns are called \`${twice}\`.`, 'Rename or remove one of them.')
  return { width: header.length, read: options.row(header) }
}

function* row(file: TextFile, table: Table, record: CsvRecord, options: RecordOptions): Generator<DataRecord> {
  const { line, cells, problem } = record
  if (!cells) options.problem(file.name, line, problem ?? '')
  else if (fits(cells, table.width)) yield { line, fields: table.read(cells) }
  else options.problem(file.name, line, `this row has ${count(cells.length)}, the header has ${table.width}`)
}

/** Empty cells beyond the header are what spreadsheets leave behind. */
function fits(cells: readonly string[], width: number): boolean {
  return cells.length >= width && cells.slice(width).every(cell => cell === '')
}

const count = (cells: number) => `${cells} ${cells === 1 ? 'cell' : 'cells'}`
