import { describe, expect, it } from 'vitest'
import { check } from './check.ts'
import { startChecker } from './checker.ts'

const text = `lead {
  size: integer
  level: one of [low, high]
}
event signup { plan: text }
let limit = 3
list names = ["a"]
score fit cap 50 {
  when size > limit add 1
  when level = low add 2
  on signup(plan in names) add 3
  when level = high add 4
}
`

/** Names of what is found in the second text, in order. */
function found(to: string): string[] {
  const checker = startChecker()
  checker.check({ path: 'model.merit', text })
  const source = { path: 'model.merit', text: to }
  const { diagnostics } = checker.check(source)
  expect(diagnostics).toEqual(check(source).diagnostics)
  return diagnostics.map(({ name }) => name)
}

describe('rules that an edit elsewhere changes are checked again', () => {
  it.each([
    ['nothing changes', `${text}\n`, []],
    ['the type of an attribute', text.replace('size: integer', 'size: text'), ['no-order']],
    ['a value of an attribute', text.replace('[low, high]', '[low, top]'), ['unknown-value']],
    ['a name that is gone', text.replace('let limit = 3\n', ''), ['unknown-name']],
    ['a let of another kind', text.replace('limit = 3', 'limit = 3d'), ['incomparable']],
    ['an event without that property', text.replace('plan: text', 'price: number'), ['unknown-property']],
    ['a list of other values', text.replace('["a"]', '[1]'), ['incomparable']],
    [
      'a new attribute named like a value',
      text.replace('size: integer', 'size: integer\n  low: boolean'),
      ['ambiguous-name'],
    ],
    ['two rules that are now the same', text.replace('level = high add 4', 'level = low add 2'), ['equal-rules']],
  ])('%s', (_, to, names) => {
    expect(found(to)).toEqual(names)
  })

  it('hints come back when the last error is gone', () => {
    const checker = startChecker()
    const check = (text: string) => checker.check({ path: 'm.merit', text }).diagnostics.map(({ name }) => name)
    const hinted = text.replace('add 1', 'subtract (-1)')
    expect(check(hinted)).toEqual(['subtract-negative'])
    expect(check(hinted.replace('size >', 'sise >'))).toContain('unknown-name')
    expect(check(hinted)).toEqual(['subtract-negative'])
  })
})
