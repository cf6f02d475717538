import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

test.each([
  ['Sass', 'SaaS'],
  ['fintch', 'Fintech'],
  ['ratail', 'Retail'],
  ['erTail', 'Retail'],
  ['x', undefined],
  ['banking', undefined],
  ['S'.repeat(1_000_000), undefined],
])('the value nearest to %.20s is %s', (word, expected) => {
  expect(nearest(word, ['SaaS', 'Fintech', 'Retail'])).toBe(expected)
})
