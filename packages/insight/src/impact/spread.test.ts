import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { addTo, binsOf, emptySpread, joinTo, type Spread } from './spread.ts'

function spreadOf(points: readonly number[]): Spread {
  const spread = emptySpread()
  points.forEach((one, i) => {
    addTo(spread, Math.round(one * 1e6), (i % 2) as 0 | 1)
  })
  return spread
}

/** `low..high before/after`. */
const shown = (points: readonly number[], limit: number) =>
  binsOf(spreadOf(points), limit).map(({ low, high, before, after }) => `${low}..${high} ${before}/${after}`)

test.each([
  ['nothing', [], 10, []],
  ['one value', [5, 5], 10, ['5..6 1/1']],
  ['a cap belongs to the last bin', [0, 50, 100, 100], 3, ['0..50 1/0', '50..100 1/2']],
  ['0 parts bins', [-3, 4], 2, ['-5..0 1/0', '0..5 0/1']],
  ['few bins', [0, 1000], 4, ['0..500 1/0', '500..1000 0/1']],
  ['fractions', [0.1, 0.35], 5, ['0.1..0.15 1/0', '0.15..0.2 0/0', '0.2..0.25 0/0', '0.25..0.3 0/0', '0.3..0.35 0/1']],
])('%s', (_, points, limit, bins) => expect(shown(points, limit)).toEqual(bins))

it('does not depend on the order of the numbers, or on how they were parted', () => {
  const points = fc.array(
    fc.oneof(fc.double({ min: -1e5, max: 1e5, noNaN: true }), fc.integer({ min: -50, max: 50 })),
    {
      maxLength: 60,
    },
  )
  const many = fc.nat(3).map(factor => Array.from({ length: 3000 * factor }, (_, i) => i * 0.013))
  fc.assert(
    fc.property(points, many, fc.nat(5000), (some, more, cut) => {
      const all = [...some, ...more]
      const at = cut - (cut % 2)
      const parted = spreadOf(all.slice(at))
      joinTo(parted, spreadOf(all.slice(0, at)))
      expect(binsOf(parted, 20)).toEqual(binsOf(spreadOf(all), 20))
      const count = binsOf(parted, 20).reduce((sum, { before, after }) => sum + before + after, 0)
      expect(count).toBe(all.length)
    }),
    { numRuns: 40 },
  )
})
