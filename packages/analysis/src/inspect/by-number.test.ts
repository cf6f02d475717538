import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ascending, joined, type Most, nothing, sharedOut } from './by-number.ts'

const gains = fc.array(fc.nat(9), { minLength: 1, maxLength: 4 })

const listOf = (numbers: readonly number[]) => ascending([nothing, ...numbers.map(points => ({ points, rules: [] }))])
const pointsOf = (list: readonly Most[]) => list.map(({ points }) => points)

it('shares a number of rules out between two in the best way', () => {
  fc.assert(
    fc.property(gains, gains, fc.nat(8), (one, other, most) => {
      const [a, b] = [listOf(one), listOf(other)]
      const ways = [...sharedOut([a, b], most)]
      for (const [number, { points }] of joined(a, b, most).entries()) {
        const sums = ways.filter(([i = 0, j = 0]) => i + j <= number).map(([i = 0, j = 0]) => sumAt(a, i, b, j))
        expect(points).toBe(Math.max(...sums))
      }
    }),
  )
})

const sumAt = (a: readonly Most[], i: number, b: readonly Most[], j: number) =>
  (a[i]?.points ?? Number.NaN) + (b[j]?.points ?? Number.NaN)

it.each<[readonly number[], readonly number[]]>([
  [
    [3, 1, 5],
    [0, 3, 3, 5],
  ],
  [[], [0]],
])('more rules are never worse: %j', (numbers, points) => {
  expect(pointsOf(listOf(numbers))).toEqual(points)
})
