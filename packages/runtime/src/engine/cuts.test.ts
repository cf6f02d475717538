import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Cuts } from './cuts.ts'

test.each([
  [[], 5, 1],
  [[10, 20], Number.NaN, 0],
  [[10, 20], 9.999, 1],
  [[20, 10, 20], 10, 2],
  [[10, 20], 15, 3],
  [[10, 20], 20, 4],
  [[10, 20], 1e300, 5],
  [[10, 20], Number.NEGATIVE_INFINITY, 1],
  [[0], -0, 2],
  [[-1e308, 7, 1e308], 7, 4],
])('cut at %j, %d lies in stretch %d', (cuts, number, stretch) => {
  expect(new Cuts(cuts).stretchOf(number)).toBe(stretch)
})

const numbers = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ noNaN: true }), fc.constant(1e-300))

test('the stretch says how many cuts are below, and whether one is at the number', () => {
  fc.assert(
    fc.property(fc.array(numbers), numbers, (cuts, number) => {
      const below = new Set(cuts.filter(cut => cut < number)).size
      expect(new Cuts(cuts).stretchOf(number)).toBe(2 * below + (cuts.includes(number) ? 2 : 1))
    }),
  )
})
