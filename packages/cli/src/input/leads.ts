/** A file of leads as leads: each with an id, its place in the file and its data. */
import { nearest } from '@merit-lang/language'
import {
  type DataRecord,
  idKeyOf,
  idOf,
  keepsIds,
  keysToTry,
  leadIdKeyOf,
  leadRows,
  misnamed,
  misnamedNote,
  missingNote,
  type OnProblem,
  ownEvents,
  recordsOf,
} from '@merit-lang/leads'
import type { Attribute } from '@merit-lang/runtime'
import { dataError, usageError } from '../exit.ts'
import { shorten } from '../print/paint.ts'
import type { DataFile } from './open.ts'

export interface LeadInput {
  /** Counted from 0 over the leads that could be read. */
  readonly index: number
  readonly line: number
  /** From the data, else the lead's number in the file, counted from 1. */
  readonly id: string
  /** As `readLead` takes it. */
  readonly data: Readonly<Record<string, unknown>>
}

export interface LeadsFile {
  readonly name: string
  /** The key of the ids, going by the first lead; undefined where leads have none. */
  readonly idKey: string | undefined
  readonly leads: AsyncIterable<LeadInput>
}

export interface LeadsOptions {
  readonly attributes: readonly Attribute[]
  /** `--id`: the only key that is looked at. */
  readonly idKey: string | undefined
  readonly problem: OnProblem
  readonly note: (text: string) => void
}

/** @throws Stop if it has no column `idKey`, or is no table of leads. */
export async function leadsOf(file: DataFile, options: LeadsOptions): Promise<LeadsFile> {
  let columns: readonly string[] | undefined
  const readRow = leadRows({ attributes: options.attributes, keep: keepsIds(options.idKey) })
  const { name } = file
  const { records } = recordsOf(file, {
    noun: 'lead',
    wrappers: ['leads'],
    problem: options.problem,
    refusal: dataError,
    row: header => {
      columns = header
      if (options.idKey !== undefined) requireColumn(name, options.idKey, header)
      else requireLeads(name, options.attributes, header)
      return readRow(header)
    },
  })
  const { first, all } = await peekFirst(records)
  const keys = columns ?? Object.keys(first?.fields ?? {})
  noteMisnamed(name, options, keys)
  const missing = columns && missingNote(options.attributes, columns)
  if (missing !== undefined) options.note(`${name}: ${missing}`)
  const idKey = idKeyOf(first?.fields, options.idKey)
  return { name, idKey, leads: numbered(all, keysToTry(options.idKey, idKey)) }
}

export function noteMisnamed(
  name: string,
  { attributes, note }: Pick<LeadsOptions, 'attributes' | 'note'>,
  keys: readonly string[],
): void {
  for (const found of misnamed(attributes, keys)) note(`${name}: ${misnamedNote(found)}`)
}

function requireColumn(file: string, column: string, header: readonly string[]): void {
  if (header.includes(column)) return
  const near = nearest(column, header)
  const advice = near === undefined ? `Its columns: ${header.join(', ')}` : `Did you mean \`${near}\`?`
  throw usageError(`${file} has no column \`${column}\`.`, advice)
}

/** Any text can be read as a table: one without ids, events or anything that the model reads is another kind of file. */
function requireLeads(file: string, attributes: readonly Attribute[], header: readonly string[]): void {
  const known = attributes.some(({ key }) => header.includes(key)) || misnamed(attributes, header).length > 0
  if (attributes.length === 0 || known || header.includes('events') || leadIdKeyOf(header) !== undefined) return
  const [first] = attributes as readonly [Attribute]
  throw dataError(
    `${file} is no table of leads for this model: it has none of the columns that the model reads, such as \`${first.key}\`.`,
    `Its header: ${shorten(header.join(', '), 100)}`,
  )
}

async function* numbered(records: AsyncIterable<DataRecord>, keys: readonly string[]): AsyncGenerator<LeadInput> {
  let index = 0
  for await (const { line, fields } of records) {
    const id = idOf(fields, keys) ?? String(index + 1)
    yield { index: index++, line, id, data: ownEvents(fields) }
  }
}

/** The first of the values, and all of them. */
export async function peekFirst<T>(values: AsyncIterable<T>): Promise<{ first: T | undefined; all: AsyncIterable<T> }> {
  const iterator = values[Symbol.asyncIterator]()
  const start = await iterator.next()
  async function* all(): AsyncGenerator<T> {
    try {
      for (let next = start; !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { first: start.done ? undefined : start.value, all: all() }
}
