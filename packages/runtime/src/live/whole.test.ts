import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minus, plus, rounded, zero } from './whole.ts'

test.each([
  [[1, 2, 3], 1, 6],
  [[], 1000, 0],
  [[499], 1000, 0],
  [[500], 1000, 1],
  [[-500], 1000, 0],
  [[-501], 1000, -1],
  [[9e18, 9e18, -9e18, 500], 1000, 9e15 + 1],
  [[-9e18, -9e18], 1000, -18e15],
])('%j divided by %d is %d', (numbers, parts, expected) => {
  expect(rounded(numbers.reduce(plus, zero), parts)).toBe(expected)
})

test('the sum of any stretch is the exact difference', () => {
  const whole = fc.maxSafeInteger()
  fc.assert(
    fc.property(fc.array(whole), fc.array(whole), (before, stretch) => {
      const start = before.reduce(plus, zero)
      const exact = stretch.reduce((sum, number) => sum + BigInt(number), 0n)
      expect(rounded(minus(stretch.reduce(plus, start), start), 1)).toBe(Number(exact))
    }),
  )
})

test('what is no number gives none', () => {
  expect(rounded(plus(zero, Number.POSITIVE_INFINITY), 1)).toBeNaN()
})
