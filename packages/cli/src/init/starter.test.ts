import { describe, expect, it } from 'vitest'
import { Columns } from './columns.ts'
import { inferSchema, schemaText } from './schema.ts'
import { starterRules } from './starter.ts'

type Row = Readonly<Record<string, string>>

/** Sixty leads, made by their number. */
function schemaOf(row: (n: number) => Row) {
  const columns = new Columns()
  for (let n = 0; n < 60; n++) columns.add(row(n))
  return inferSchema(columns.all(), undefined)
}

const rulesFor = (row: (n: number) => Row) => starterRules(schemaOf(row)).map(({ text }) => text.replace(/\s+/g, ' '))
const oneOf = (values: readonly string[], n: number) => values[n % values.length] as string

describe('starter rules', () => {
  it.each<[string, (n: number) => Row, string[]]>([
    ['most visits', n => ({ visits: String(n) }), ['when visits >= 45 add 15']],
    ['the shortest time since', n => ({ months_since_order: String(n) }), ['when months_since_order <= 15 add 15']],
    ['a rounded threshold', n => ({ balance: String(n * 7.77) }), ['when balance >= 350 add 15']],
    [
      'the most frequent choices, but not Other',
      n => ({ source: oneOf(['Other', 'Web', 'Ad', 'Web', 'Other', 'Other'], n) }),
      ['points by source { Web: 10 Ad: 5 else: 0 }'],
    ],
    [
      'the highest of choices that rise',
      n => ({ size: oneOf(['1-9', '10-99', '100+', '1-9'], n) }),
      ['points by size { "100+": 10 "10-99": 5 else: 0 }'],
    ],
    ['what some have', n => ({ trial: oneOf(['yes', 'no'], n) }), ['when trial add 5']],
    ['nothing for what nearly nobody has', n => ({ trial: n === 7 ? 'yes' : 'no' }), []],
    ['nothing for an outcome', n => ({ converted: oneOf(['yes', 'no'], n), lead_quality: oneOf(['A', 'B'], n) }), []],
    [
      'what tells before what is personal',
      n => ({ age: String(n), gender: oneOf(['f', 'm'], n), newsletter: oneOf(['yes', 'no'], n), visits: String(n) }),
      [
        'when visits >= 45 add 15',
        'when newsletter add 5',
        'points by gender { f: 10 m: 5 else: 0 }',
        'when age >= 45 add 15',
      ],
    ],
  ])('%s', (_, row, rules) => {
    expect(rulesFor(row)).toEqual(rules)
  })
})

describe('a schema', () => {
  it('leaves out what only tells leads apart, and says so', () => {
    const schema = schemaOf(n => ({ 'Lead Number': String(n), visits: String(n), order_no: oneOf(['1', '2', '3'], n) }))
    expect(schema.attributes.map(({ name }) => name)).toEqual(['visits', 'order_no'])
    expect(schemaText(schema, 'leads.csv', '60 leads')).toContain(
      '# Left out, for telling no more than who a lead is: Lead Number.',
    )
  })

  it('names numbers that mean unknown', () => {
    const schema = schemaOf(n => ({ pdays: n % 2 ? '-1' : String(n) }))
    expect(schemaText(schema, 'leads.csv', '60 leads')).toContain('pdays: integer 0.. unknown in [-1]')
  })
})
