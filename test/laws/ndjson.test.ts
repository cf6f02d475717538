/** Bytes of NDJSON read straight into columns are what `JSON.parse` and `readLead` make of them: values, order, issues, problems. */
import type { Program, Value } from '@merit-lang/runtime'
import { readLead } from '@merit-lang/runtime'
import { type Column, type Columns, idAt, NdjsonReader } from '@merit-lang/runtime/batch'
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittingLead, hostileLead, model, render } from '../generators/index.ts'
import { compile } from '../pipeline.ts'
import { runs } from './settings.ts'

const encoder = new TextEncoder()

// ---------------------------------------------------------------- rows as plain data

interface Row {
  readonly line: number
  readonly id: string | null
  readonly attributes: readonly Value[]
  readonly events: readonly unknown[]
  readonly issues: readonly unknown[]
}

function valueAt(column: Column, row: number): Value {
  if (column.kind === 'codes') return column.dictionary.values[column.codes[row] as number] as Value
  const number = column.numbers[row] as number
  return Number.isNaN(number) ? null : number
}

function eventsAt({ events }: Columns, row: number): unknown[] {
  const [from, to] = [events.from[row] as number, events.from[row + 1] as number]
  return Array.from({ length: to - from }, (_, i) => {
    const [type, place] = [events.type[from + i] as number, events.row[from + i] as number]
    const properties = (events.properties[type] as readonly Column[]).map(column => valueAt(column, place))
    return { type, at: events.at[from + i], properties }
  })
}

/** As the reader gives it. */
function quick(reader: NdjsonReader, bytes: Uint8Array): { rows: Row[]; problems: unknown } {
  const lines = reader.read(bytes)
  const { columns, issues, problems, line } = lines
  const rows = Array.from({ length: columns.count }, (_, row) => ({
    line: line[row] as number,
    id: idAt(lines, row),
    attributes: columns.attributes.map(column => valueAt(column, row)),
    events: eventsAt(columns, row),
    issues: issues.get(row) ?? [],
  }))
  return { rows, problems: problems.map(one => one.line) }
}

/** As it is defined. */
function plain(program: Program, bytes: Uint8Array): { rows: Row[]; problems: unknown } {
  const rows: Row[] = []
  const problems: number[] = []
  for (const [index, text] of linesOf(bytes).entries()) {
    const data = text === undefined ? undefined : parsed(text)
    if (text?.trim() === '') continue
    if (typeof data !== 'object' || data === null || Array.isArray(data)) problems.push(index + 1)
    else rows.push(rowOf(program, data, index + 1))
  }
  return { rows, problems }
}

function linesOf(bytes: Uint8Array): (string | undefined)[] {
  const lines: (string | undefined)[] = []
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(10, start)
    const end = found < 0 ? bytes.length : found
    lines.push(decoded(bytes.subarray(start, end)))
    start = end + 1
  }
  return lines
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function rowOf(program: Program, data: object, line: number): Row {
  const { id, attributes, events, issues } = readLead(program, data)
  const types = program.events
  return {
    line,
    id,
    attributes,
    events: events.map(({ type, at, properties }) => ({
      type,
      at,
      properties: types[type]?.properties.map(({ name }) => properties.get(name) ?? null),
    })),
    issues,
  }
}

// ---------------------------------------------------------------- lines

const writable = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)
const write = (data: unknown) => JSON.stringify(data, writable) ?? 'null'
/** As other programs write JSON: with spaces, `é` for é, exponents. */
const styles: readonly ((data: unknown) => string)[] = [
  write,
  data => (JSON.stringify(data, writable, 1) ?? 'null').replaceAll('\n', ''),
  data => write(data).replace(/[\u0080-\uffff]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  data => write(data).replace(/":(\d+)([,}])/g, '": $1e0 $2'),
  data => `\t${write(data)} \r`,
]
const lead: Arbitrary<unknown> = fc.oneof({ weight: 3, arbitrary: fittingLead }, { weight: 1, arbitrary: hostileLead })
const sound = fc.tuple(lead, fc.constantFrom(...styles)).map(([data, style]) => style(data))
const blank = fc.constantFrom('', ' ', '\t\r', '\u00a0')

const junk = fc.constantFrom(
  '"',
  ',',
  ':',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '\\u12',
  '\u0000',
  '\u0001',
  '-',
  '.',
  'e',
  '0',
  '1e5',
  '01',
  'null',
  'true',
  ' ',
  '\n',
  '\r',
  'é',
  '\\"',
  '"a":1,',
  '"events":[],',
  '"industry":"SaaS",',
  '"id":7,',
  '"__proto__":{},',
  '\u2028',
)
/** Something cut out, put in, or doubled. */
const broken = fc
  .tuple(sound, fc.nat(), fc.nat({ max: 5 }), fc.oneof(junk, fc.constant('')))
  .map(([text, place, cut, insert]) => {
    const at = text.length === 0 ? 0 : place % text.length
    return text.slice(0, at) + insert + text.slice(at + cut)
  })
const file = fc.array(
  fc.oneof({ weight: 4, arbitrary: sound }, { weight: 3, arbitrary: broken }, { weight: 1, arbitrary: blank }),
  {
    maxLength: 8,
  },
)

describe('NDJSON read as bytes', () => {
  it('gives what JSON.parse and readLead give', () => {
    fc.assert(
      fc.property(model, fc.array(file, { minLength: 1, maxLength: 3 }), fc.boolean(), (parts, files, ended) => {
        const program = compile(render(parts))
        const reader = new NdjsonReader(program)
        for (const lines of files) {
          const bytes = encoder.encode(lines.join('\n') + (ended ? '\n' : ''))
          expect(quick(reader, bytes)).toEqual(plain(program, bytes))
        }
      }),
      runs(120),
    )
  })

  it('gives the same where bytes are no UTF-8', () => {
    fc.assert(
      fc.property(
        model,
        fc.array(sound, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.nat({ max: 255 }),
        (parts, lines, at, byte) => {
          const program = compile(render(parts))
          const bytes = encoder.encode(lines.join('\n'))
          bytes[at % bytes.length] = byte
          expect(quick(new NdjsonReader(program), bytes)).toEqual(plain(program, bytes))
        },
      ),
      runs(60),
    )
  })
})
