/**
 * What a CSV cell means, by the type that the model gives its column. An empty cell is unknown; a cell that does not fit
 * stays text, so that scoring reports it with its value.
 */
import type { Attribute, ValueType } from '@merit-lang/runtime'
import type { RowReader } from './records.ts'

type ReadCell = (cell: string) => unknown

const readers = {
  text: cell => cell,
  enum: cell => cell.trim(),
  date: cell => cell.trim(),
  number: readNumber,
  boolean: cell => booleans.get(cell.trim().toLowerCase()) ?? cell,
  list: readList,
} satisfies { [Kind in ValueType['kind']]: ReadCell }

const booleans = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
])

function readNumber(cell: string): unknown {
  const text = cell.trim()
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : cell
}

/** A JSON list, or values with semicolons between them. */
function readList(cell: string): unknown {
  if (cell.trimStart().startsWith('[')) return parseJson(cell) ?? cell
  return cell
    .split(';')
    .map(item => item.trim())
    .filter(item => item !== '')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function readCell(type: ValueType, cell: string): unknown {
  return cell.trim() === '' ? null : readers[type.kind](cell)
}

export interface ColumnOptions {
  /** What the model reads; other columns are left out. */
  readonly attributes: readonly Attribute[]
  /** Of the other columns, those that are kept, as text: ids. */
  readonly keep: (column: string) => boolean
}

/** Rows of leads: the model's attributes by their types, kept columns as text, and `events` as a JSON list. */
export function leadRows({ attributes, keep }: ColumnOptions): RowReader {
  const types = new Map(attributes.map(attribute => [attribute.key, attribute.type]))
  const readColumn = (name: string): ReadCell | undefined => {
    const type = types.get(name)
    if (type) return cell => readCell(type, cell)
    if (name === 'events') return cell => (cell.trim() === '' ? [] : (parseJson(cell) ?? cell))
    return keep(name) ? textOrNull : undefined
  }
  return rowsOf(readColumn)
}

/** Rows whose cells stay text; an empty cell is null. */
export const textRows: RowReader = rowsOf(() => textOrNull)

function textOrNull(cell: string): string | null {
  return cell === '' ? null : cell
}

export function rowsOf(readColumn: (name: string) => ReadCell | undefined): RowReader {
  return header => {
    const columns = header.flatMap((name, index) => {
      const read = name === '' ? undefined : readColumn(name)
      return read ? [{ name, index, read }] : []
    })
    // `fromEntries` makes own properties of any name, `__proto__` too.
    return cells => Object.fromEntries(columns.map(({ name, index, read }) => [name, read(cells[index] as string)]))
  }
}
