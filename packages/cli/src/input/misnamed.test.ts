import type { Attribute } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { misnamed, misnamedNote } from './misnamed.ts'

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
