import fc from 'fast-check'
import { expect, test } from 'vitest'
import { billionths, bound, millionths, sumOfBillionths, sumOfMillionths, sumOfNumbers } from './points.ts'

test.each([
  [0.1, 100_000_000n],
  [-0.1, -100_000_000n],
  [1e-10, 0n],
  [5e-10, 1n],
  [-5e-10, 0n],
  [1e300, 9_000_000_000_000_000_000n],
  [-1e300, -9_000_000_000_000_000_000n],
])('an event with %s points has %s billionths', (points, expected) => {
  expect(billionths(points)).toBe(expected)
})

test.each([
  [1.5, 1_500_000],
  [0.0000005, 1],
  [-0.0000005, 0],
  [-0.0000006, -1],
  [-0, 0],
  [1e12, 9e15],
  [-1e12, -9e15],
])('%d points are %d millionths', (points, expected) => {
  expect(millionths(points)).toBe(expected)
})

test.each([
  [[499n], 0],
  [[500n], 1],
  [[-500n], 0],
  [[-501n], -1],
  [[400n, 400n], 1],
  [[9n * 10n ** 18n, 9n * 10n ** 18n], 9e15],
])('billionths %s add up to %d millionths', (parts, expected) => {
  expect(sumOfBillionths(parts)).toBe(expected)
})

test('sums do not depend on the order, even far beyond what doubles hold', () => {
  const shuffled = fc
    .array(fc.integer({ min: -9e15, max: 9e15 }), { maxLength: 30 })
    .chain(parts => fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length })))
  fc.assert(
    fc.property(shuffled, ([parts, other]) => {
      expect(sumOfMillionths(other)).toBe(sumOfMillionths(parts))
    }),
  )
})

test('sums of numbers are of whole millionths, unknown beyond doubles', () => {
  expect(sumOfNumbers([0.1, 0.2])).toBe(0.3)
  expect(sumOfNumbers([])).toBe(0)
  expect(sumOfNumbers([1e301, 1e301])).toBe(2e301)
  expect(sumOfNumbers([1e302, 1e302])).toBe(null)
  expect(sumOfNumbers([1e308])).toBe(null)
})

test.each([
  [7, 5, null, 5],
  [-7, null, -5, -5],
  [3, 5, -5, 3],
  [3, 2, 4, 4],
])('%d with cap %j and floor %j is %d', (value, cap, floor, expected) => {
  expect(bound(value, cap, floor)).toBe(expected)
})
