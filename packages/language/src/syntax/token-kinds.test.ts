import { expect, it } from 'vitest'
import { tokensOf } from './token-kinds.ts'

it.each([
  ['when a >= 5 add 25%', ['keyword when', 'name a', 'sign >=', 'number 5', 'keyword add', 'percent 25%']],
  ['let `when` = 30d # note', ['keyword let', 'name `when`', 'sign =', 'duration 30d']],
  ['on p at 2026-06-01 "x"', ['keyword on', 'name p', 'keyword at', 'date 2026-06-01', 'text "x"']],
  [
    'grade g { 1 when a else B }',
    ['keyword grade', 'name g', 'sign {', 'label 1', 'keyword when', 'name a', 'keyword else', 'label B', 'sign }'],
  ],
  ['lifecycle = lead', ['name lifecycle', 'sign =', 'name lead']],
  ['a == “b”', ['name a', 'sign ==', 'text “b”']],
])('%s', (text, expected) => {
  const tokens = tokensOf({ path: 'm.merit', text })
  expect(tokens.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual(expected)
})
