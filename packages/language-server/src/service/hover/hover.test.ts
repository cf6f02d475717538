import { describe, expect, it } from 'vitest'
import { marked, placeOf, proved } from '../testing.ts'
import { hoverAt } from './hover.ts'

const schema = `timezone "Europe/Berlin"
list competitors = ["rival.com"]
lead {
  ## What the company *does*.
  industry: one of [SaaS, Fintech] required from "Industry__c"
  email: text unknown in ["n/a"]
  employees: integer 0..
  created: date
  company { tier: one of [A, B] }
}
event download { asset: one of [whitepaper]  pages: integer }
let half = 10d
segment big when employees > 1000
score fit floor 0 cap 100 { when big add 5 as "Big" }
grade level from fit { A at 40 else B }
`

function told(text: string): string | undefined {
  const place = placeOf(`${schema}${text}`)
  proved(place.workspace)
  return hoverAt(place)?.markdown
}

describe('is told', () => {
  it.each([
    [
      'when indus▮try = SaaS add 1',
      [
        'industry: one of [SaaS, Fintech] required from "Industry__c"',
        'What the company \\*does\\*.',
        'attribute',
        'line 5',
        'used once',
      ],
    ],
    ['when email = "x" and domain(em▮ail) = "y" add 1', ['unknown in ["n/a"]', 'used 2 times']],
    ['when employ▮ees > 5 add 1', ['employees: integer 0..']],
    ['when industry = Sa▮aS add 1', ['`SaaS`: a value of `industry`', 'industry: one of [SaaS, Fintech]']],
    ['when b▮ig add 1', ['segment big when employees > 1000']],
    ['when company.ti▮er = A add 1', ['company.tier: one of [A, B]']],
    ['on down▮load add 1', ['event download {', 'asset: one of [whitepaper]']],
    ['on download(pag▮es > 3) add 1', ['pages: integer', 'property of `download`']],
    ['when domain(email) in compet▮itors add 1', ['list competitors = ["rival.com"]']],
    ['qualify MQL at 5 of fi▮t', ['score fit floor 0 cap 100']],
    ['qualify MQL at 5▮0 of fit', ['Reads the score `fit`, which has a floor of `0` and a cap of `100`.']],
    [
      'qualify MQL at 5▮0 of fit',
      ['Leads have 0 to 5 points.', '- most: a lead with industry SaaS and employees 1001'],
    ],
    ['qualify MQL when fi▮t > 3', ['score fit floor 0 cap 100', 'Leads have 0 to 5 points.']],
    ['wh▮en big subtract 2', ['takes away at most 2 points.', '- least: a lead with industry SaaS and employees 1001']],
    ['wh▮en big add 1', ['when <condition> add <number>', 'Example:']],
    ['wh▮en big add 1', ['A rule of the score `total`: gives at most 1 point.', 'when big add 1\n```']],
    [
      'score s {\n  group g {\n    o▮n download  subtract 3 cap 0 floor -5 as "Less"\n  }\n}',
      [
        'The rule `Less` of the group `g` in the score `s`: takes away at most 5 points.',
        'on <event> [when <condition>]',
      ],
    ],
    ['o▮n download add 3 decay 30d', ['gives points, without an upper bound', '1.5 are left after 30d']],
    ['score s {\n  ## Why.\n  poi▮nts by industry { SaaS: 3 Fintech: -4 }\n}', ['from -4 to 3 points', 'Why.']],
    ['score s {\n  wh▮en big multiply by 50%\n}', ['multiplies what the block gives by `50%`']],
    ['score s {\n  o▮n download reset\n}', ['what happened earlier counts nothing in the block']],
    ['when email cont▮ains "x" add 1', ['<text> contains <text>', 'contains "vp"']],
    ['when dom▮ain(email) = "x" add 1', ['domain(<text>)', 'last @']],
    ['when created within 36▮h add 1', ['`36h` = 1.5 days = 2160 minutes']],
    ['when created before 2026-06-▮01 add 1', ['Monday: the whole day in `Europe/Berlin`']],
    ['when created before 2026-06-01T09:30:▮00Z add 1', ['Monday, 1 June 2026 at 11:30 in `Europe/Berlin`']],
    ['score s = 25▮% * fit', ['`25%` = 0.25']],
    ['test "x" {\n  expect rule "B▮ig" matched\n}', ['when big add 5 as "Big"']],
  ])('%j', (text, expected) => {
    const markdown = told(text) ?? 'nothing'
    expect(expected.filter(part => !markdown.includes(part)).map(part => `${part} in ${markdown}`)).toEqual([])
  })
})

describe('a decay is told in points', () => {
  it.each([
    [
      'on download add 40 decay 30▮d',
      ['Of the 40 points for one event 20 are left after 30d, 10 after 60d, 5 after 90d.'],
    ],
    ['on download add 40 dec▮ay half', ['24.622888 are left after 7d, 5 after 30d, ']],
    [
      'on download subtract 8 decay 30▮d after 14d',
      ['Of the -8 points for one event -4 are left after 44d, -2 ', 'nothing is lost for the first 14d'],
    ],
    ['on download add 9 decay linear over 90▮d', ['6 after 30d', '0 after 90d']],
    ['on download add pages decay 30▮d', ['Of 100 points for one event 50 are left after 30d']],
    ['on download add 10 decay 20▮% of remaining every 30d', ['6.4 after 60d']],
    ['score s {\n  default decay 30d\n  on download a▮dd 12\n}', ['6 are left after 30d', 'add <number>']],
    ['score s {\n  default dec▮ay 30d\n  on download add 12\n}', ['Of 100 points for one event 50 are left after 30d']],
  ])('%j', (text, expected) => {
    const markdown = told(text) ?? 'nothing'
    expect(expected.filter(part => !markdown.includes(part)).map(part => `${part} in ${markdown}`)).toEqual([])
  })

  it('but not where the rule turns it off', () => {
    expect(told('score s {\n  default decay 30d\n  on download a▮dd 12 no decay\n}')).not.toContain('are left')
  })
})

it('what is not proved yet is not told', () => {
  const markdown = hoverAt(placeOf(`${schema}wh▮en big add 1`))?.markdown
  expect(markdown).toContain('A rule of the score `total`.')
})

it('a word within a rule says nothing of the rule', () => {
  expect(told('on download wh▮en big add 1')).not.toContain('of the score')
})

it.each(['# when▮', 'when a = "wh▮en" add 1', '▮', 'when employees = 5▮ add 1'])('about %j nothing is told', text => {
  expect(told(text)).toBeUndefined()
})

it('also in text that is broken', () => {
  const texts = [
    'when indus▮try',
    'when (indus▮try = ',
    'on download( add 5\nwhen indus▮try = SaaS',
    'score x {\n when indus▮try',
  ]
  for (const text of texts) expect(told(text)).toContain('industry: one of')
})

it('what people wrote does not become markup', () => {
  const text = 'lead {\n  ## <b>bold</b> [link](http://x.com)\n  a: one of ["``` x"]\n}\nwhen ▮a is known add 1'
  const markdown = hoverAt(marked(text).places[0] as Parameters<typeof hoverAt>[0])?.markdown ?? ''
  expect(markdown).toContain('\\<b\\>bold\\</b\\> \\[link\\]\\(http://x.com\\)')
  expect(markdown).toContain('````merit')
})
