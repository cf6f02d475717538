import { expect, it } from 'vitest'
import { compile } from '../../../../test/pipeline.ts'
import { placings } from './ages.ts'

const HOUR = 3_600_000

it.each([
  ['on v add 1', 0, false],
  ['on v add 1 cooldown 2h', 2 * HOUR, false],
  ['on v add 1 once per day', 24 * HOUR, true],
  ['on v add 1 cooldown 2h\non w add 1 at most 3 times per week', 7 * 24 * HOUR, true],
  ['on v add 1 first 2', 0, true],
])('%s: %d ms apart, in order: %s', (rules, gap, ordered) => {
  const found = placings(compile(`event v\nevent w\n${rules}`))
  expect(Math.max(...found.map(one => one.gap))).toBe(gap)
  expect(found.some(({ reversed }) => reversed)).toBe(ordered)
})
