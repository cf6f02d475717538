/** What is found about rules, tables, values and tests: the name, and the text that is marked. */
import { check, textOf } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { examine } from './index.ts'

function found(text: string): readonly string[] {
  const checked = check({ path: 'model.merit', text })
  expect(checked.model).toBeDefined()
  return examine(checked).map(({ name, span }) => `${name}: ${textOf(span).replace(/\s+/g, ' ')}`)
}

type Rows = readonly (readonly [text: string, ...found: string[]])[]

const table = (what: string, rows: Rows) =>
  describe(what, () => {
    it.each(rows.map(([text, ...expected]) => [text, expected] as const))('%j', (text, expected) => {
      expect(found(text)).toEqual(expected)
    })
  })

const lead = `lead {
  industry: one of [SaaS, Fintech, Retail]
  employees: integer 0..
  title: text
  customer: boolean
  tier: one of [A, B] required
}
`

table('rules that match nobody', [
  ['when a < 10 and a >= 50 add 5', 'rule-never-matches: a < 10 and a >= 50'],
  ['when a >= 10 and a <= 10 add 5'],
  ['when a > 9 and a < 10 add 5'],
  [`${lead}when employees > 9 and employees < 10 add 5`, 'rule-never-matches: employees > 9 and employees < 10'],
  ['when a = X and a = Y add 5', 'rule-never-matches: a = X and a = Y'],
  ['when a contains "vp" and a = "CEO" add 5', 'rule-never-matches: a contains "vp" and a = "CEO"'],
  ['when a contains "vp" and a starts with "CEO" add 5'],
  ['when customer and not customer multiply by 50%', 'rule-never-matches: customer and not customer'],
  ['when any v within 7d and no v within 30d add 5', 'rule-never-matches: any v within 7d and no v within 30d'],
  ['when any v within 30d and no v within 7d add 5'],
  ['when at least 3 v within 7d and at most 2 v add 5', 'rule-never-matches: at least 3 v within 7d and at most 2 v'],
  ['on v(n > 10, n < 5) add 5', 'rule-never-matches: v(n > 10, n < 5)'],
  ['on v when a > 10 and a < 5 add 5', 'rule-never-matches: a > 10 and a < 5'],
  ['when a > 10 and a < 5 points by b { X: 1 else: 2 }', 'rule-never-matches: a > 10 and a < 5'],
  ['when b add 1\ndisqualify when a > 10 and a < 5', 'rule-never-matches: a > 10 and a < 5'],
  ['score s when a > 10 and a < 5 { when b add 1 when a > 20 add 1 }', 'rule-never-matches: a > 10 and a < 5'],
  // Checking has said why.
  ['on v within 30d older than 40d add 5', 'window-empty: older than 40d'],
  [`${lead}when employees = -1 add 5`, 'never-holds: employees = -1'],
])

table('rules that contradict what stands around them', [
  ['segment big when a >= 1000\nwhen big and a < 50 add 1', 'contradicts-segment: big and a < 50'],
  ['segment big when a >= 1000\nwhen big and a < 5000 add 1'],
  ['score s when c = DE { when c = AT add 3 }', 'contradicts-segment: c = AT'],
  ['score s when c = DE { on v when c = AT add 3 }', 'contradicts-segment: c = AT'],
  ['score s when any v { group g when b { when no v add 3 } }', 'contradicts-segment: no v'],
  ['score s when a > 5 { group g when a < 2 { when b add 3 } }', 'contradicts-segment: a < 2'],
])

table('rules that match everybody', [
  [`${lead}when tier != A or tier != B add 5`, 'rule-always-matches: tier != A or tier != B'],
  [`${lead}when tier = A or tier = B add 5`, 'rule-always-matches: tier = A or tier = B'],
  [`${lead}when customer or not customer add 5`, 'rule-always-matches: customer or not customer'],
  [`${lead}when customer or customer = false add 5`],
  ['score s when c = DE { when c in [DE, AT] add 3 }', 'rule-always-matches: c in [DE, AT]'],
  ['when any v or no v add 3', 'rule-always-matches: any v or no v'],
  [
    'when any v within 7d or any v older than 7d or no v add 3',
    'rule-always-matches: any v within 7d or any v older than 7d or no v',
  ],
])

table('cases that nothing takes', [
  ['points first { t contains "vp": 5  t contains "svp": 9  else: 0 }', 'case-never-taken: t contains "svp": 9'],
  ['points first { t contains "svp": 9  t contains "vp": 5  else: 0 }'],
  ['points first { any v within 7d: 5  any v within 3d: 9  else: 0 }', 'case-never-taken: any v within 3d: 9'],
  ['points first { a > 5: 5  a < 2 and a > 3: 9  else: 0 }', 'case-never-taken: a < 2 and a > 3: 9'],
  ['points first { a > 5: 5  a < 10: 9  a is known: 2  else: 0 }', 'case-never-taken: a is known: 2'],
  [`${lead}points by tier { A: 5  B: 3  else: 1 }`, 'case-never-taken: else: 1'],
  [`${lead}points by tier { A: 5  B: 3  else: 0 }`],
  [`${lead}points by industry { SaaS: 5  Fintech: 3  Retail: 1  else: 2 }`],
  ['score s when a > 5 { points by a { < 3: 1  3..10: 3  else: 5 } }', 'case-never-taken: < 3: 1'],
  ['on v(n > 5) points first { n > 3: 5  n > 9: 7 }', 'case-never-taken: n > 9: 7'],
  ['on v points first { n > 9: 5  n > 3: 7 }'],
])

table('combinations that no case takes', [
  [
    `${lead}points first { customer and employees < 50: 5  not customer: 3  employees > 50: 2 }`,
    'uncovered-combination: points first { customer and employees < 50: 5 not customer: 3 employees > 50: 2 }',
  ],
  [`${lead}points first { customer and employees < 50: 5  not customer: 3  employees >= 50: 2 }`],
  [`${lead}points first { customer and employees < 50: 5  not customer: 3  else: 0 }`],
  [`${lead}points first { employees < 50: 5  employees > 100: 3 }`],
  ['points first { any v: 5  any w: 3 }'],
  [`${lead}points first { title contains "vp" and customer: 4  customer: 3 }`],
])

table('rules that repeat another', [
  [
    `${lead}when industry in [SaaS, Fintech, Retail] add 10\nwhen industry is known add 5`,
    'rule-repeats: when industry is known',
  ],
  ['when a > 5 add 3\nwhen not (a <= 5 or a is unknown) add 5', 'rule-repeats: when not (a <= 5 or a is unknown)'],
  ['when a > 5 add 3\nwhen not (a <= 5) add 5'],
  ['when a add 3\nwhen a add 5', 'rule-repeats: when a'],
  ['when a add 3 as "x"\nwhen a add 5 as "y"'],
  ['when a add 3\nwhen a subtract 3', 'rules-cancel: when a subtract 3'],
  ['when any v and a add 4\nwhen a and any v add 5', 'rule-repeats: when a and any v'],
  ['on v(x = a, y = b) add 4\non v(y = b, x = a) add 5', 'rule-repeats: on v(y = b, x = a)'],
  ['on v(x = a) add 4 cap 8\non v(x = a) add 5 cap 9'],
  ['on v add 4 decay 30d\non v add 5'],
  ['score s { when a add 3 }\nscore t { when a add 5 }'],
])

table('rules that another takes in', [
  [
    `${lead}when industry = SaaS add 10\nwhen industry in [SaaS, Fintech] add 10`,
    'rule-implied: when industry in [SaaS, Fintech]',
  ],
  [`${lead}when industry in [SaaS, Fintech] add 10\nwhen industry = SaaS add 10`, 'rule-implied: when industry = SaaS'],
  [`${lead}when industry = SaaS add 10\nwhen industry in [SaaS, Fintech] add 5`],
  [`${lead}when industry = SaaS add 10\nwhen industry in [Retail, Fintech] add 10`],
  [
    `${lead}when title contains "VP" add 3\nwhen title contains any of ["VP", "Director"] add 3`,
    'rule-implied: when title contains any of ["VP", "Director"]',
  ],
  // Steps that add up.
  [`${lead}when employees >= 10 add 5\nwhen employees >= 50 add 5`],
  [`${lead}when industry = SaaS add 10\nwhen industry = SaaS and customer add 10`],
])

const sources = 'lead { s: one of [a, b, c, d, e] }\n'

table('values that no rule names', [
  [`${sources}when s in [a, b] add 5\nwhen s in [c, d] add 10`, 'value-never-scored: e'],
  [`${sources}list some = [c, d]\nwhen s in [a, b] add 5\nwhen s in some add 10`, 'value-never-scored: e'],
  [`${sources}when s in [a, b] add 5\nwhen s = c add 10`],
  [`${sources}when s in [a, b] add 5\nwhen s in [c, d] add 10\nwhen s is known add 1`],
  [`${sources}when s in [a, b] add 5\nwhen s = c add 10\nwhen not (s = d) add 1`],
  [`${sources}points by s { a: 1  b: 2  c: 3  d: 4  else: 0 }`],
  ['lead { s: list of [a, b, c, d, e] }\nwhen s contains any of [a, b, c, d] add 5', 'value-never-scored: e'],
])

table('decays that fade early', [
  ['on v within 365d add 20 decay 7d', 'decay-fades-early: within 365d'],
  ['on v within 90d add 9 decay linear over 30d', 'decay-fades-early: within 90d'],
  ['on v within 30d add 9 decay linear over 30d'],
  ['on v within 90d add 9 decay 30d'],
  ['on v add 9 decay 7d'],
  ['on v within 365d points by n { < 5: 1  else: 100 } decay 30d'],
  ['on v within 365d points by n { < 5: 1  else: 100 } decay 20d', 'decay-fades-early: within 365d'],
  ['on v within 365d add n decay 7d'],
])

const test = (name: string, lines: string) => `test "${name}" {\n${lines}\n}\n`

table('tests that repeat another', [
  [
    `when b add 5\n${test('x', 'lead { b: true }\nexpect total = 5\nexpect total < 9')}${test('y', 'lead { b: true }\nexpect total = 5')}`,
    'test-repeats: test "y" { lead { b: true } expect total = 5 }',
  ],
  [
    `when b add 5\n${test('x', 'lead { b: true }\nexpect total = 5')}${test('y', 'lead { b: true }\nexpect total < 9')}`,
  ],
  [`when b add 5\n${test('x', 'lead { b: true }\nexpect total = 5')}${test('y', 'expect total = 0')}`],
])
