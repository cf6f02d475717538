import { describe, expect, it } from 'vitest'
import { Column } from './columns.ts'
import { inferType } from './infer.ts'

function typeOf(values: readonly unknown[]) {
  const column = new Column('x')
  for (const value of values) column.add(value)
  return inferType(column)
}

const repeated = (values: readonly string[], times: number) => Array.from({ length: times }, () => values).flat()

describe('the type of a column', () => {
  it.each<[string, readonly unknown[], object]>([
    ['yes and no', ['Yes', 'No', 'no', ''], { kind: 'boolean' }],
    ['both 0 and 1', ['0', '1', '1'], { kind: 'boolean' }],
    ['only 1 is a number', ['1', '1'], { kind: 'number', integer: true }],
    ['JSON booleans', [true, false], { kind: 'boolean' }],
    ['whole numbers', ['3', '400', ''], { kind: 'number', integer: true, negative: false }],
    ['numbers with fractions', ['0.5', '-2'], { kind: 'number', integer: false, negative: true }],
    ['codes with leading zeros are text', ['007', '008', '123'], { kind: 'text' }],
    ['ids of more than 15 digits are text', ['12345678901234567890', '22345678901234567890'], { kind: 'text' }],
    ['days', ['2026-05-01', '2026-05-02'], { kind: 'date', zoneless: false }],
    ['times without a zone', ['2026-05-01T10:00:00', '2026-05-02 11:00'], { kind: 'date', zoneless: true }],
    ['no days', ['2026-13-01', '2026-05-02'], { kind: 'text' }],
    ['few values, most frequent first', ['b', 'a', 'b', 'B', 'a', 'b'], { kind: 'enum', values: ['b', 'a'] }],
    [
      'ranges in their order',
      repeated(['100+', '5-9', '10-99', 'Under 5'], 2),
      { values: ['Under 5', '5-9', '10-99', '100+'] },
    ],
    ['months in theirs', repeated(['May', 'Feb', 'Dec', 'May'], 2), { values: ['Feb', 'May', 'Dec'] }],
    ['-1 among numbers that are never negative is unknown', ['-1', '5', '0', '-1'], { negative: false, unknown: [-1] }],
    ['-1 among negative numbers is a number', ['-1', '5', '-2', '-1'], { negative: true, unknown: [] }],
    ['999 far above the others is unknown', ['999', '12', '27', '999'], { unknown: [999], upperQuartile: 27 }],
    ['999 among such is a number', ['999', '620', '880', '1400'], { unknown: [] }],
    ['values that never repeat are text', ['a', 'b', 'c', 'd'], { kind: 'text' }],
    ['parts between semicolons that repeat', ['a; b', 'a', 'b;c', 'a'], { kind: 'list', values: ['a', 'b', 'c'] }],
    ['JSON lists', [['a'], ['a', 'b']], { kind: 'list', values: ['a', 'b'] }],
    ['placeholders are no values', ['Select', 'unknown', '5'], { kind: 'number' }],
    ['nothing at all', ['', null], { kind: 'text' }],
    ['numbers and words', ['1', 'two'], { kind: 'text' }],
  ])('%s', (_, values, type) => {
    expect(typeOf(values)).toMatchObject(type)
  })

  it('forty values that each come up often are choices, sixty are text', () => {
    const values = Array.from({ length: 60 }, (_, n) => `value ${n}`)
    expect(typeOf(repeated(values.slice(0, 40), 5)).kind).toBe('enum')
    expect(typeOf(repeated(values, 5)).kind).toBe('text')
  })
})
