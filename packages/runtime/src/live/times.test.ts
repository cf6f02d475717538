import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countUntil } from './times.ts'

test.each([
  [[], 5, 0, 0],
  [[5], 4, 1, 0],
  [[5], 5, 0, 1],
  [[1, 2, 2, 2, 3], 2, 0, 4],
  [[1, 2, 2, 2, 3], 2, 5, 4],
  [[1, 2, 3], Number.NEGATIVE_INFINITY, 2, 0],
])('of %j at %d, guessing %d: %d', (times, at, near, expected) => {
  expect(countUntil(times, at, near)).toBe(expected)
})

test('a guess changes nothing', () => {
  const times = fc.array(fc.nat(50)).map(list => list.sort((a, b) => a - b))
  fc.assert(
    fc.property(times, fc.integer({ min: -1, max: 51 }), fc.nat(), (times, at, guess) => {
      const near = guess % (times.length + 1)
      expect(countUntil(times, at, near)).toBe(times.filter(time => time <= at).length)
    }),
    { numRuns: 500 },
  )
})
