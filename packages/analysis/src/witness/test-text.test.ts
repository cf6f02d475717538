import { check, lower } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { testOf } from './test-text.ts'

const now = Date.UTC(2026, 5, 1, 12)

const declarations = `
list competitors = ["rival.com"]
lead {
  industry: one of [SaaS, "Financial Services", competitors, score]
  employees: number
  title: text
  created: date
  customer: boolean
  interests: list of [pricing, api]
  company { tier: one of [A, B] address { city: text } }
  \`Lead Source\`: text
  when_seen: one of [now]
  \`score\`: number
}
event download { asset: one of [whitepaper, datasheet] \`page count\`: integer }
event \`form submit\`
score fit { when employees > 1 add 1 }`

function written(lead: Record<string, unknown>, expectations: readonly string[] = [], known = true): string {
  const { model } = check({ path: 'model.merit', text: declarations })
  if (!model) throw new Error('The model has errors.')
  return testOf(lower(model).program, { lead, now }, { name: 'a lead', expectations, ...(known ? { model } : {}) })
}

/** Without the frame. */
const lines = (text: string) => text.split('\n').slice(2, -2).join('\n').replace(/\s+/g, ' ').trim()

it('is laid out as the formatter does', () => {
  expect(
    written({ industry: 'saas', employees: 1.5, events: [{ type: 'download', at: '2026-05-29T12:00:00Z' }] }, [
      'fit = 1',
    ]),
  ).toBe(`test "a lead" {
  now 2026-06-01T12:00:00Z
  lead { industry: SaaS  employees: 1.5 }
  event download 3d ago
  expect fit = 1
}
`)
})

it('of nothing has a day alone', () => {
  expect(written({})).toBe('test "a lead" {\n  now 2026-06-01T12:00:00Z\n}\n')
})

describe('values', () => {
  it.each([
    [{ industry: 'Financial Services' }, 'industry: "Financial Services"'],
    [{ industry: 'competitors' }, 'industry: "competitors"'],
    [{ industry: 'score' }, 'industry: "score"'],
    [{ when_seen: 'now' }, 'when_seen: "now"'],
    [{ title: 'the "VP" \\ x' }, 'title: "the \\"VP\\" \\\\ x"'],
    [{ employees: 1e21 }, 'employees: 1000000000000000000000'],
    [{ employees: -1.5e-9 }, 'employees: -0.0000000015'],
    [{ employees: 5e-324 }, `employees: 0.${'0'.repeat(323)}5`],
    [{ employees: 1.25e22 }, 'employees: 12500000000000000000000'],
    [{ created: '2026-05-01' }, 'created: 2026-05-01T00:00:00Z'],
    [{ customer: false }, 'customer: false'],
    [{ interests: ['API', 'pricing'] }, 'interests: [api, pricing]'],
    [{ 'company.tier': 'A', 'company.address.city': 'x' }, 'company { tier: A address { city: "x" } }'],
    [{ 'Lead Source': 'web' }, '`Lead Source`: "web"'],
    [{ score: 2 }, '`score`: 2'],
    [{ title: null, other: 3 }, ''],
  ])('%j', (lead, text) => {
    expect(lines(written(lead))).toBe(text && `lead { ${text} }`)
  })

  it('stand in quotes where the names of the model are not known', () => {
    expect(lines(written({ industry: 'SaaS' }, [], false))).toBe('lead { industry: "SaaS" }')
  })

  it('have no line break', () => {
    expect(() => written({ title: 'a\nb' })).toThrow('A text with a line break cannot be written: "a\\nb"')
  })
})

describe('events', () => {
  it.each([
    ['2026-06-01T12:00:00Z', '0d ago'],
    ['2026-04-02T12:00:00Z', '60d ago'],
    ['2026-05-31T11:00:00Z', '25h ago'],
    ['2026-06-01T11:58:30Z', '90s ago'],
    ['2026-06-01T10:45:00Z', '75min ago'],
    ['2026-06-01T11:59:59.999Z', 'at 2026-06-01T11:59:59.999Z'],
    ['2026-06-02T12:00:00Z', 'at 2026-06-02T12:00:00Z'],
  ])('at %s', (at, text) => {
    expect(lines(written({ events: [{ type: 'form submit', at }] }))).toBe(`event \`form submit\` ${text}`)
  })

  it('have properties by name', () => {
    const event = { type: 'download', at: '2026-06-01T12:00:00Z', asset: 'whitepaper', 'page count': 3 }
    expect(lines(written({ events: [event] }))).toBe('event download(asset: whitepaper, `page count`: 3) 0d ago')
  })
})
