import type { Attribute } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { misnamed, misnamedNote, missingNote } from './misnamed.ts'

const reading = (...keys: string[]): Attribute[] =>
  keys.map(key => ({ name: key, key, type: { kind: 'text' }, required: false, unknownIn: [] }))

const cases: readonly (readonly [model: string[], data: string[], found: string[]])[] = [
  [['industry'], ['id', 'Industry'], ['Industry']],
  [['annual_revenue'], ['Annual Revenue'], ['Annual Revenue']],
  [['companySize'], ['company_size'], ['company_size']],
  [['industry'], ['industry', 'Industry'], []],
  [['industry', 'Industry'], ['Industry'], []],
  [['industry'], ['sector'], []],
]

describe('keys that differ only in capitals, spaces and signs', () => {
  it.each(cases)('a model that reads %j, data with %j: %j', (model, data, found) => {
    expect(misnamed(reading(...model), data).map(({ key }) => key)).toEqual(found)
  })

  it('says what to write', () => {
    expect(misnamed(reading('industry'), ['Industry']).map(misnamedNote)).toEqual([
      'the data has `Industry`, but the model reads `industry`, letter by letter. Declare `industry` with `from "Industry"`, or rename it in the data.',
    ])
  })
})

describe('columns that a table does not have', () => {
  it.each([
    [['industry'], ['id', 'industry'], undefined],
    [['industry'], ['id', 'Industry'], undefined],
    [['industry'], ['id'], 'there is no column `industry`, which the model reads; it is unknown for every lead.'],
    [
      ['a', 'b', 'c.d'],
      ['b'],
      'there are no columns `a`, `c.d`, which the model reads; they are unknown for every lead.',
    ],
  ])('a model that reads %j, a table with %j', (model, columns, note) => {
    expect(missingNote(reading(...model), columns)).toBe(note)
  })
})
