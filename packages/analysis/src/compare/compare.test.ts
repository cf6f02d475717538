import { check, lower } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { type Compared, compare } from './compare.ts'

function programOf(text: string): Program {
  const { model, diagnostics } = check({ path: 'model.merit', text })
  if (!model) throw new Error(JSON.stringify(diagnostics.map(({ name, params }) => [name, params])))
  return lower(model).program
}

/** By the name of each outcome that is not alike, the ways in which it differs. */
function differences(before: string, after: string): Record<string, string> {
  const { outcomes } = compare(programOf(before), programOf(after))
  return Object.fromEntries(outcomes.map(one => [one.name, said(one)] as const).filter(([, text]) => text !== ''))
}

function said(one: Compared): string {
  if (one.onlyIn) return `only in ${one.onlyIn}`
  const open = one.directions.filter(({ kind }) => kind !== 'impossible')
  return open.map(direction => (direction.kind === 'possible' ? direction.way : `${direction.way}?`)).join(' ')
}

const lead = `lead {
  industry: one of [SaaS, Fintech, Retail]
  employees: integer 0..
  title: text
  customer: boolean
}
event download { asset: one of [whitepaper, datasheet] }
event visit { path: text }
`

describe('what changes nothing', () => {
  it.each<[string, string, string]>([
    ['names and comments', 'when industry = SaaS add 5', 'when industry = SaaS add 5 as "Software" # why'],
    [
      'the order of rules',
      'when industry = SaaS add 5\non download add 3 decay 30d\nwhen customer subtract 4',
      'when customer subtract 4\nwhen industry = SaaS add 5\non download add 3 decay 30d',
    ],
    [
      'a segment',
      'when industry = SaaS and employees > 50 add 5',
      'segment target when industry = SaaS and employees > 50\nwhen target add 5',
    ],
    ['a list', 'when industry in [SaaS, Retail] add 5', 'list ours = [Retail, SaaS]\nwhen industry in ours add 5'],
    ['a list for `or`', 'when industry = SaaS or industry = Retail add 5', 'when industry in [Retail, SaaS] add 5'],
    [
      'a `let`',
      'when count of visit > 3 add count of visit',
      'let visits = count of visit\nwhen visits > 3 add visits',
    ],
    ['a constant', 'when employees > 50 add 5', 'let few = 50\nlet some = 5\nwhen employees > few add some'],
    ['the order of conditions', 'when customer and employees > 5 add 1', 'when employees > 5 and customer add 1'],
    [
      'points by for rules with when',
      'points by industry { SaaS: 15  Retail: 5  else: 0 }',
      'when industry = SaaS add 15\nwhen industry = Retail add 5',
    ],
    [
      'points by for bands',
      'points by employees { < 10: -5  10..49: 5  >= 50: 10 }',
      'when employees < 10 subtract 5\nwhen employees >= 10 add 5\nwhen employees >= 50 add 5',
    ],
    ['a group', 'when customer add 5\non visit add 1', 'group any_name { when customer add 5\non visit add 1 }'],
    [
      'two groups for one',
      'group a { when customer add 5\non visit add 1 cap 9 }\nwhen employees > 3 add 1',
      'group a { when customer add 5 }\ngroup b { on visit add 1 cap 9\nwhen employees > 3 add 1 }',
    ],
    [
      'one filter for two',
      'event deep from visit(path like "/a*")\non deep(path like "*b") add 1',
      'on visit(path like "/a*", path like "*b") add 1',
    ],
    ['a rule in two', 'when customer add 5', 'when customer add 3 as "a"\nwhen customer add 2 as "b"'],
    [
      'a condition that always holds with another',
      'when employees > 50 and employees > 20 add 5',
      'when employees > 50 add 5',
    ],
    ['a cap that never binds', 'group g cap 10 { when customer add 5 }', 'when customer add 5'],
    [
      'a case that never applies',
      'points first { employees > 5: 3  employees > 9: 7  else: 0 }',
      'when employees > 5 add 3',
    ],
  ])('%s', (_, before, after) => {
    expect(differences(`${lead}${before}\nqualify at 3`, `${lead}${after}\nqualify at 3`)).toEqual({})
  })
})

describe('what changes', () => {
  it.each<[string, string, Record<string, string>]>([
    ['when industry = SaaS add 5', 'when industry = SaaS add 6', { total: 'more' }],
    ['when industry = SaaS add 5', 'when industry = SaaS add 4', { total: 'less' }],
    ['when industry = SaaS add 5', 'when industry = Retail add 5', { total: 'more less' }],
    ['when industry = SaaS add 5', 'when industry in [SaaS, Retail] add 5', { total: 'more' }],
    ['when title contains "vp" add 5', 'when title contains any word of ["vp"] add 5', { total: 'less' }],
    ['on download add 5', 'on download add 6', { total: 'more' }],
    ['on download add 5 decay 30d', 'on download add 5 decay 60d', { total: 'more' }],
    ['on download add 5 decay 30d', 'on download add 5 decay linear over 90d', { total: 'more less' }],
    ['on download within 30d add 5', 'on download within 60d add 5', { total: 'more' }],
    ['on download add 5', 'on download(whitepaper) add 5', { total: 'less' }],
    ['on download subtract 5', 'on download(whitepaper) subtract 5', { total: 'more' }],
    ['on download add 5', 'on download add 5 cap 20', { total: 'less' }],
    ['on download add 5', 'on download add 5\nwhen customer subtract 9', { total: 'less' }],
    ['score total cap 50 { on download add 5 }', 'score total cap 40 { on download add 5 }', { total: 'less' }],
    [
      'score total cap 50 { on download add 5\nwhen customer add 3 }',
      'score total cap 50 { on download add 5\nwhen customer add 4 }',
      { total: 'more' },
    ],
    [
      'score total { on download add 5\ngroup g cap 9 { when customer add 3\nwhen employees > 5 add 9 } }',
      'score total { on download add 5\ngroup g cap 9 { when customer add 4\nwhen employees > 5 add 9 } }',
      { total: 'more' },
    ],
    ['on download add 5\nqualify at 70', 'on download add 5\nqualify at 60', { qualified: 'more' }],
    ['on download add 5\nqualify at 70', 'on download add 6\nqualify at 70', { total: 'more', qualified: 'more' }],
    [
      'on download add 5\nqualify at 70',
      'on download add 5\nqualify at 70\ndisqualify "customer" when customer',
      { qualified: 'less', customer: 'only in after' },
    ],
    [
      'on download add 5\ndisqualify "small" when employees < 5\nqualify at 50',
      'on download add 5\ndisqualify "small" when employees < 3\nqualify at 50',
      { qualified: 'more', small: 'less' },
    ],
    [
      'on download add 5\ngrade g from total { A at 50 B at 20 else C }',
      'on download add 5\ngrade g from total { A at 60 B at 20 else C }',
      { g: 'less' },
    ],
    [
      'on download add 5\ngrade g from total { A at 50 else C }',
      'on download add 5\ngrade g from total { B at 50 else C }',
      { g: 'other' },
    ],
    [
      'score fit { when customer add 5 }',
      'score engagement { when customer add 5 }',
      { fit: 'only in before', engagement: 'only in after' },
    ],
    [
      'score fit { when customer add 5 }\nscore engagement { on visit add 1 }\nscore all = 0.4 * fit + engagement',
      'score fit { when customer add 6 }\nscore engagement { on visit add 1 }\nscore all = 0.4 * fit + engagement',
      { fit: 'more', all: 'more' },
    ],
  ])('%s ↔ %s', (before, after, expected) => {
    expect(differences(lead + before, lead + after)).toEqual(expected)
  })
})

describe('thresholds are kept where', () => {
  const composed = (fit: string, threshold: number) =>
    `score fit { ${fit} }\nscore heat { on visit add 3 decay 30d }\nscore total = 0.4 * fit + 0.6 * heat\nqualify at ${threshold} of total`

  it.each<[string, string, string, Record<string, string>]>([
    [
      'both caps are above them',
      'score total cap 50 { on download add 5 }\nqualify at 40',
      'score total cap 45 { on download add 5 }\nqualify at 40',
      { total: 'less' },
    ],
    [
      'both floors are below them',
      'score total floor -50 { on download subtract 5\nwhen customer add 60 }\nqualify at -40',
      'score total floor -45 { on download subtract 5\nwhen customer add 60 }\nqualify at -40',
      { total: 'more' },
    ],
    [
      'a rule brings no more than they rise',
      'on visit add 3\nwhen customer add 20\nqualify at 50',
      'on visit add 3\nwhen customer add 30\nqualify at 60',
      { total: 'more', qualified: 'less' },
    ],
    [
      'a rule takes no more than they fall',
      'on visit add 3\nwhen customer add 25\nqualify Warm at 50 until below 40',
      'on visit add 3\nwhen customer add 20\nqualify Warm at 45 until below 35',
      { total: 'less', Warm: 'more' },
    ],
    [
      'shares of a score change by no more than they do',
      composed('when customer add 25', 50),
      composed('when customer add 20', 47),
      { fit: 'less', total: 'less', qualified: 'more' },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(differences(lead + before, lead + after)).toEqual(expected)
  })

  it.each<[string, string, string, Record<string, string>]>([
    [
      'a cap goes below them',
      'score total cap 50 { on download add 5 }\nqualify at 40',
      'score total cap 35 { on download add 5 }\nqualify at 40',
      { total: 'less', qualified: 'less' },
    ],
    [
      'a rule takes more than they fall',
      composed('when customer add 25', 50),
      composed('when customer add 19', 48),
      { fit: 'less', total: 'less', qualified: 'more less' },
    ],
  ])('not where %s', (_, before, after, expected) => {
    expect(differences(lead + before, lead + after)).toEqual(expected)
  })
})

describe('declarations that differ', () => {
  const model = (attribute: string, rest = 'when x = A add 5') => `lead { ${attribute} }\n${rest}`

  it.each<[string, string, Record<string, string>]>([
    [model('x: one of [A, B]'), model('x: one of [A, B, C]'), {}],
    [model('x: one of [A, B]', 'when x != A add 5'), model('x: one of [A, B, C]', 'when x != A add 5'), {}],
    [
      model('x: one of [A, B]', 'when x is known add 5'),
      model('x: one of [A, B, C]', 'when x is known add 5'),
      { total: 'more' },
    ],
    ['when x = A add 5', model('x: one of [A, B]'), {}],
    [model('x: integer 0..', 'when x > 5 add 5'), model('x: number', 'when x > 5 add 5'), { total: 'more' }],
    [model('x: integer 0..', 'when x > 5 add 5'), model('x: integer 0..9', 'when x > 5 add 5'), { total: 'less' }],
    [model('x: integer', 'when x > 5 add 5'), model('y: integer from "x"', 'when y > 5 add 5'), {}],
    [
      model('x: one of [A, B] unknown in ["B"]', 'when x is known add 5'),
      model('x: one of [A, B]', 'when x is known add 5'),
      { total: 'more' },
    ],
    [
      model('x: list of [a, b]', 'when x contains a add 5\nwhen x is known add 1'),
      model('x: list of [a, b, c]', 'when x contains a add 5\nwhen x is known add 1'),
      { total: 'more' },
    ],
    [model('x: boolean required', 'when x add 5'), model('x: boolean', 'when x add 5'), {}],
  ])('%s ↔ %s', (before, after, expected) => {
    expect(differences(before, after)).toEqual(expected)
  })

  it.each<[string, string, string]>([
    [
      model('x: text', 'when x = "A" add 5'),
      model('x: number', 'when x = 5 add 5'),
      '`x` is of the type text here and number there',
    ],
    [
      `timezone "Europe/Berlin"\nwhen x = A add 5`,
      'when x = A add 5',
      'the time zone is Europe/Berlin here and UTC there',
    ],
  ])('%s ↔ %s cannot be compared', (before, after, why) => {
    expect(() => differences(before, after)).toThrow(why)
  })
})

it('shows the smallest lead, and what both models say of it', () => {
  const { outcomes } = compare(
    programOf(`${lead}when industry = SaaS add 5\nwhen customer add 2`),
    programOf(`${lead}when industry = SaaS add 7\nwhen customer add 2`),
  )
  const [score] = outcomes
  const more = score?.onlyIn === undefined ? score?.directions[0] : undefined
  expect(more).toMatchObject({ way: 'more', kind: 'possible', witness: { lead: { industry: 'SaaS' } }, seen: [5, 7] })
})

describe('many rules', () => {
  const rules = (more: number) =>
    Array.from({ length: 120 }, (_, i) =>
      i % 2 === 0
        ? `when employees > ${i} and customer add ${(i % 7) + more} as "size ${i}"`
        : `on visit(path = "/${i % 10}") add ${(i % 5) + more} decay ${i}d as "visit ${i}"`,
    ).join('\n')

  it('that all give more never give fewer points, and never keep a lead out', () => {
    const model = (more: number) => `${lead}${rules(more)}\nqualify MQL at 50`
    expect(differences(model(1), model(2))).toEqual({ total: 'more', MQL: 'more' })
  })
})
