import { compile } from '@merit-lang/language'
import { evaluate, formatInstant, formatNumber, type Program, type Result, readLead } from '@merit-lang/runtime'
import { Engine, LeadReader } from '@merit-lang/runtime/batch'
import { describe, expect, it } from 'vitest'
import { Bytes } from './bytes.ts'
import { csvHeader, csvRows } from './csv.ts'
import { jsonRows, ndjsonRows } from './json.ts'
import type { RowId, RowWriter } from './row.ts'
import { utf8 } from './texts.ts'

const now = Date.UTC(2026, 5, 1)
const model = `lead { size: number  industry: one of [SaaS, Retail]  owner: text }
score fit { when size is known add (size) }
score \`2024\` { when size > 10 add 1 }
grade tier from fit { "A; plus" at 100  else "c" }
grade \`7\` { \`x y\` when size > 1  else no }
qualify MQL when size > 5
qualify \`1\` when size > 50
disqualify "a, \\"b\\"" when industry = Retail
disqualify "other" when size < 0
`

function programOf(text: string): Program {
  const { lowered, diagnostics } = compile({ path: 'm.merit', text })
  if (!lowered) throw new Error(JSON.stringify(diagnostics))
  return lowered.program
}

const program = programOf(model)
const engine = new Engine(program)
const reader = new LeadReader(program)

function written(writer: (engine: Engine, now: number) => RowWriter, data: unknown, id: RowId): string {
  const out = new Bytes(new SharedArrayBuffer(8))
  reader.read(data)
  writer(engine, now)(out, { id, outcome: engine.score(reader.columns, 0, now), issues: reader.issues })
  return Buffer.from(out.finish()).toString()
}

const sizes = [0, 1, -1, 0.5, 55, -3.25, 0.000001, 1e-7, 12.345678, 1234567.000001, 99.9999999, 1e9, 8.9e9, 1e15, -1e15]
const leads: readonly Record<string, unknown>[] = [
  ...sizes.map(size => ({ size, industry: 'SaaS' })),
  { industry: 'Retail', size: -2 },
  { industry: 'bank', size: 'many' },
  {},
]
const ids = ['a', 'L-1', 'ann@acme.com', 'a,b', 'a;b', ' a', 'a "b"', 'Jürgen', 'x\ny', '日本', '😀\u2028']

const resultOf = (data: unknown, id: string): Result => evaluate(program, readLead(program, data, { id }), now)
/** As an id stands in a line of JSON. */
const spanOf = (id: string): RowId => ({ kind: 'bytes', bytes: utf8(`"${id}"`), start: 1, end: utf8(id).length + 1 })
const isPlain = (id: string) => JSON.stringify(id) === `"${id}"`

function csvOf(result: Result): string {
  const cell = (text: string) => (/[",\r\n;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const cells = [
    result.id ?? '',
    formatInstant(now),
    ...program.scores.map(({ name }) => formatNumber(result.scores[name] ?? 0)),
    ...program.grades.map(({ name }) => result.grades[name] ?? ''),
    ...program.stages.map(({ name }) => String(result.stages[name])),
    result.disqualified.join('; '),
    result.issues.map(({ message }) => message).join('; '),
    result.revision,
  ]
  return `${cells.map(cell).join(',')}\n`
}

describe('rows written as bytes are the results', () => {
  it.each(leads.map(data => [JSON.stringify(data), data] as const))('%s', (_, data) => {
    const id: RowId = { kind: 'text', text: 'a' }
    const result = resultOf(data, 'a')
    expect(written(ndjsonRows, data, id)).toBe(`${JSON.stringify(result)}\n`)
    expect(written(jsonRows, data, id)).toBe(`,\n  ${JSON.stringify(result)}`)
    expect(written(csvRows, data, id)).toBe(csvOf(result))
  })

  it.each(ids)('with the id %j', id => {
    const forms: RowId[] = [{ kind: 'text', text: id }, ...(isPlain(id) ? [spanOf(id)] : [])]
    for (const form of forms) {
      expect(written(ndjsonRows, leads[0], form)).toBe(`${JSON.stringify(resultOf(leads[0], id))}\n`)
      expect(written(csvRows, leads[0], form)).toBe(csvOf(resultOf(leads[0], id)))
    }
  })

  it('under a header', () => {
    expect(csvHeader(program)).toBe(
      'id,at,score.fit,score.2024,grade.tier,grade.7,stage.MQL,stage.1,disqualified,issues,revision\n',
    )
  })
})
