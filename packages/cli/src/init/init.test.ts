/** Whatever the data: what is inferred from it checks without a finding, is formatted, and passes its own tests. */
import { compile, format, messageOf, runTest } from '@merit-lang/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Columns } from './columns.ts'
import { inferSchema, schemaText } from './schema.ts'
import { starterModel } from './starter.ts'

type Row = Readonly<Record<string, unknown>>

function formatted(text: string): string {
  const result = format({ path: 'm.merit', text })
  if ('text' in result) return result.text
  throw new Error(`${result.diagnostics.map(messageOf).join('\n')}\n${text}`)
}

/** What is wrong with the model that is written for the rows; empty for nothing. */
function faults(rows: readonly Row[]): string[] {
  const columns = new Columns()
  for (const row of rows) columns.add(row)
  const inferred = inferSchema(columns.all(), 'id')
  if (inferred.attributes.length === 0) return []
  const schema = { path: 'schema.merit', text: formatted(schemaText(inferred, 'leads.csv', '9 leads')) }
  const model = { path: 'model.merit', text: formatted(starterModel(inferred, '"Leads"')) }
  const { lowered, diagnostics } = compile(model, { read: () => schema })
  const findings = diagnostics.map(one => `${one.name}: ${messageOf(one)}`)
  const failed = lowered?.tests.flatMap(test =>
    runTest(lowered, test).failures.map(it => `${it.expected}: ${it.actual}`),
  )
  return [...findings, ...(failed ?? ['it does not run'])].map(fault => `${fault}\n${schema.text}\n${model.text}`)
}

const words = [
  'industry',
  'when',
  'Default',
  'score',
  'fit',
  'total',
  'in',
  'Job Title',
  'E-Mail',
  'MQL',
  'SaaS',
  'day',
  'at',
  'event',
  'first',
  'unknown',
  'Größe',
  'a.b',
  '1st',
  '__proto__',
  'lead',
  'not_said',
  'free_email_domains',
  'domain',
  'true',
  'now',
]
const key = fc.oneof(fc.constantFrom(...words), fc.string({ minLength: 1, maxLength: 12 }))
const cell = fc.oneof(
  fc.constantFrom(
    ...words,
    'yes',
    'no',
    '1',
    '0',
    '3.5',
    '-7',
    '2026-05-01',
    '2026-05-01T10:00:00',
    '',
    'Select',
    'api; pricing',
    'n/a',
    '1e400',
  ),
  fc.string({ maxLength: 10 }),
  fc.integer().map(String),
)
const table = fc
  .uniqueArray(key, { minLength: 1, maxLength: 6 })
  .chain(keys =>
    fc.array(fc.tuple(...keys.map(() => cell)), { minLength: 1, maxLength: 12 }).map(rows => ({ keys, rows })),
  )
  // Rows that come up again make choices and lists out of columns.
  .map(({ keys, rows }) =>
    [...rows, ...rows, ...rows].map(cells => Object.fromEntries(keys.map((name, at) => [name, cells[at]]))),
  )

describe('a first model', () => {
  it('is sound for any table', () => {
    fc.assert(
      fc.property(table, rows => {
        expect(faults(rows)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('is sound for nested JSON', () => {
    const rows = Array.from({ length: 8 }, (_, n) => ({
      id: n,
      company: { tier: ['A', 'B'][n % 2], size: n * 100, address: { country: 'DE' } },
      tags: [['api', 'pricing'][n % 2]],
      active: n % 2 === 0,
      events: [{ type: 'x' }],
    }))
    expect(faults(rows)).toEqual([])
  })
})
