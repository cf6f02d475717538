import type { Program, Result } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { generateModule } from './module.ts'

function programOf(text: string): Program {
  const { lowered, diagnostics } = compile({ path: 'model.merit', text })
  if (!lowered) throw new Error(JSON.stringify(diagnostics))
  return lowered.program
}

interface Module {
  readonly name: string
  readonly revision: string
  readonly hash: string | undefined
  score(lead: unknown, options: { readonly now: number; readonly issues?: boolean; readonly strict?: boolean }): Result
}

function imported(text: string): Promise<Module> {
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)
}

/** Text that would end a string, a comment, a template or a script if it were not written with care. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: it must not be taken for a placeholder
const traps = '\\"\u2028 */ </script> ${x} ` <!-- '

const hostile = `
model "${traps}"
lead { proto: number from "__proto__"  \`constructor\`: text  a: text from "${traps}"  tier: one of ["${traps}", B] }
event \`valueOf\` { size: number from "isPrototypeOf" }
score \`__proto__\` {
  when proto > 1 and a = "${traps}" add 1 as "${traps}"
  when \`constructor\` = "x" add 2
  on \`valueOf\`(size >= 2) add 4
}
grade \`hasOwnProperty\` from \`__proto__\` { "${traps}" at 7 else B }
qualify \`toString\` at 7 of \`__proto__\`
disqualify "${traps}" when tier = "${traps}"
`

const now = Date.parse('2026-06-01')

const usual = `
lead { industry: one of [SaaS, Fintech]  employees: integer 0..  title: text  company { tier: one of [A, B] } }
event download { asset: one of [whitepaper, ebook]  pages: integer }
event page_view { path: text }
score fit cap 100 {
  points by industry { SaaS: 20 Fintech: 10 else: 0 }
  when employees >= 50 and company.tier = A add 10
  group words weight 50% { when title contains word "vp" add 15 }
}
score engagement {
  on download(whitepaper, pages >= 10) add 20
  on download(ebook) add 8 decay 30d
  on page_view(path like "/pricing*") within 1d add 4
  when any page_view within 1h multiply by 1
  when industry = Fintech multiply by 0
}
score total = fit + engagement
grade tier from total { A at 60 else B }
qualify MQL at 50
disqualify "rival" when industry = Fintech
`

describe('a generated module', () => {
  it('takes text of the model as text', async () => {
    const { score, name } = await imported(generateModule(programOf(hostile)))
    const text = JSON.parse(`"${traps.replace('\u2028', '\\u2028')}"`)
    const lead = JSON.parse(
      JSON.stringify({
        own: 3,
        constructor: 'X',
        [text]: text,
        tier: text,
        events: [{ type: 'valueOf', at: '2026-05-01', isPrototypeOf: 2 }],
      }).replace('"own"', '"__proto__"'),
    )
    const result = score(lead, { now: Date.parse('2026-06-01') })
    expect(name).toBe(text)
    expect(result.issues).toEqual([])
    expect(Object.entries(result.scores)).toEqual([['__proto__', 7]])
    expect(result.grades).toEqual({ hasOwnProperty: text })
    expect(result.disqualified).toEqual([text])
  })

  it('ends no script element in which it stands, imports nothing and makes no code from text', () => {
    const text = generateModule(programOf(hostile))
    expect(text).not.toMatch(/<\/|<!|[\u2028\u2029]/)
    expect(text).not.toMatch(
      /\beval\b|\bFunction\b|^\s*import\b|\bimport\s*[("'{*]|\brequire\b|\bglobalThis\b|\bprocess\b/m,
    )
  })

  it.each([{}, { issues: false }])('scores usual leads in straight code, with %j', async options => {
    const text = generateModule(programOf(usual)).replace('merit.modelOf(program)', '{}')
    const { score } = await imported(text)
    const events = [
      { type: 'download', at: '2026-05-31T00:00:00Z', asset: 'WHITEPAPER', pages: 12, id: 'a' },
      { type: 'download', at: '2026-05-02T00:00:00.000Z', properties: { asset: 'ebook', pages: 12 }, id: 'b' },
      { type: 'page_view', at: new Date(now - 1000), path: '/pricing/x' },
      { type: 'page_view', at: '2026-07-01T00:00:00Z', path: '/pricing' },
      { type: 'unheard', at: 'never' },
    ]
    const lead = { id: 5, industry: 'saas', employees: 200, title: 'VP Sales', company: { tier: 'A' }, events }
    expect(score(lead, { now, ...options })).toEqual({
      id: '5',
      at: '2026-06-01T00:00:00Z',
      scores: { fit: 37.5, engagement: 28, total: 65.5 },
      grades: { tier: 'A' },
      stages: { MQL: true },
      disqualified: [],
      issues: [],
      revision: programOf(usual).revision,
    })
  })

  it.each<[string, unknown, object]>([
    ['an event that may count has no time', { events: [{ type: 'page_view', path: '/pricing' }] }, {}],
    ['an event has no type', { events: [{ type: '', at: '2026-05-01' }] }, {}],
    ['the lead may be refused', { industry: 'x' }, { strict: true }],
    ['now is no instant', {}, { now: 1e300 }],
    ['an id comes twice', { events: [1, 2].map(day => ({ type: 'page_view', id: 1, at: `2026-01-0${day}` })) }, {}],
    [
      'it comes again with an event that gives nothing',
      {
        events: [
          { type: 'download', id: 1, at: '2026-05-02', asset: 'ebook' },
          { type: 'download', messageId: '1', at: '2026-05-01' },
        ],
      },
      {},
    ],
    ['a call has its name elsewhere', { events: [{ type: 'track', event: 'download' }] }, {}],
    ['data inherits', Object.create({ industry: 'SaaS' }), {}],
    ['an event inherits', { events: [Object.create({ type: 'page_view' })] }, {}],
    ['events are many', { events: Array.from({ length: 2000 }, () => ({})) }, {}],
    ['the data throws', Object.defineProperty({}, 'industry', { get: () => JSON.parse('') }), {}],
    ['it is no lead', null, {}],
  ])('asks the engine where %s', async (_, lead, options) => {
    const { score } = await imported(generateModule(programOf(usual)).replace('merit.modelOf(program)', '{}'))
    expect(() => score(lead, { now, ...options })).toThrow('model.score')
  })

  it('looks for issues when they are read, and gives them to copies', async () => {
    const { score } = await imported(generateModule(programOf(usual)).replace('merit.modelOf(program)', '{}'))
    const lead = { industry: 'x', employees: 50, events: [] as unknown[] }
    const result = score(lead, { now })
    lead.events.push({ type: 'download', at: 'never' })
    const expected = [
      { code: 'not-in-list', path: 'industry' },
      { code: 'bad-date', path: 'events[0].at' },
    ]
    expect(JSON.parse(JSON.stringify(result)).issues).toMatchObject(expected)
    expect({ ...result }).toEqual(structuredClone(result))
    lead.events = []
    expect(result.issues).toMatchObject(expected)
  })

  it.each([{ hash: 'abc' }, {}])('exports what it is, with %j', async options => {
    const program = programOf('model "Acme"\nwhen a = "x" add 1')
    const { name, revision, hash } = await imported(generateModule(program, options))
    expect([name, revision, hash]).toEqual(['Acme', program.revision, options.hash])
  })

  it('is refused where this version cannot run the model', () => {
    const accounts = programOf('when a > 1 add 1\nscore heat of account { when a > 2 add 1 }')
    expect(() => generateModule(accounts)).toThrow('model.merit:2: `of account` (scores of accounts)')
  })
})
