import { expect, it } from 'vitest'
import type { EndAnatomy } from './anatomy.ts'
import { rangeInWords } from './words.ts'

it.each<[string, EndAnatomy]>([
  ['−40 to 144.57', { points: 144.567, exact: true }],
  ['−40 to ∞', { points: null, exact: true }],
  ['−40 to at most 145 (140 was found)', { points: 145, exact: false, reached: 140 }],
  ['−40 to at most 145', { points: 145, exact: false }],
  ['−40 to an unknown end (140 was found)', { points: null, exact: false, reached: 140 }],
])('%s', (words, most) => {
  expect(rangeInWords({ least: { points: -40, exact: true }, most })).toBe(words)
})
