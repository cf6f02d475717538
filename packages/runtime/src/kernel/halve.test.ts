// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: as printed once, to compare with
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { halve, SERIES, STEPS } from './halve.ts'

/** A double from 2^-80 to 1 as a whole number of 2^-140ths: exactly, since doubles are whole multiples of powers of two. */
const scaled = (x: number, bits: number): bigint => BigInt(x * 2 ** 200) << BigInt(bits - 200)

/** 2^(-n/32) in units of 2^-400, rounded down: five square roots of 2^-n. */
function exactRoot(n: number): bigint {
  let root = 1n << BigInt(400 * 32 - n)
  for (let i = 0; i < 5; i++) root = squareRoot(root)
  return root
}

function squareRoot(n: bigint): bigint {
  let x = 1n << BigInt(Math.ceil(n.toString(2).length / 2))
  for (;;) {
    const y = (x + n / x) >> 1n
    if (y >= x) return x
    x = y
  }
}

/** |a - b| / b */
const relative = (a: bigint, b: bigint): number => Number(((a > b ? a - b : b - a) * 10n ** 30n) / b) / 1e30

test('the table is the same, bit by bit, everywhere and for ever', () => {
  // biome-ignore format: four to a line
  expect([...STEPS]).toEqual([
    1, 0.9785720620877001, 0.9576032806985737, 0.93708381705515,
    0.9170040432046712, 0.8973545375015536, 0.8781260801866497, 0.859309649061239,
    0.8408964152537145, 0.8228777390769825, 0.8052451659746271, 0.7879904225539432,
    0.7711054127039704, 0.7545822137967114, 0.7384130729697497, 0.7225904034885233,
    0.7071067811865476, 0.691954940981916, 0.6771277734684463, 0.6626183215798707,
    0.6484197773255048, 0.6345254785958666, 0.620928906036742, 0.6076236799902345,
    0.5946035575013605, 0.5818624293887887, 0.5693943173783458, 0.5571933712979462,
    0.5452538663326288, 0.5335702003384118, 0.5221368912137069, 0.5109485743270583,
  ])
})

test('the table holds the doubles nearest to 2^(-i/32)', () => {
  STEPS.forEach((step, i) => {
    expect(relative(scaled(step, 400), exactRoot(i))).toBeLessThanOrEqual(2 ** -53)
  })
})

test('the series is that of the exponential function at -ln 2', () => {
  let term = 1
  SERIES.forEach((coefficient, n) => {
    if (n > 0) term *= -Math.LN2 / n
    expect(coefficient).toBeCloseTo(term, 15)
  })
})

test('whole numbers give exact powers of two, up to 64, and nothing is left beyond', () => {
  for (let k = 0; k <= 64; k++) expect(halve(k)).toBe(2 ** -k)
  expect(halve(64.000001)).toBe(0)
  expect(halve(1e300)).toBe(0)
})

test('at thirty-seconds the relative error is below 1e-15', () => {
  for (let n = 0; n <= 64 * 32; n++) expect(relative(scaled(halve(n / 32), 400), exactRoot(n))).toBeLessThan(1e-15)
})

test('between them too: squared 32 times it is the half of x', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 26 }), i => {
      // x in 2^-20ths: the exact value is the 2^20-th root of 2^-i.
      let exact = 1n << 1200n
      let bits = i % 2 ** 20
      for (let root = squareRoot(1n << 2399n); bits > 0; bits = (bits * 2) % 2 ** 20) {
        if (bits >= 2 ** 19) exact = (exact * root) >> 1200n
        root = squareRoot(root << 1200n)
      }
      expect(relative(scaled(halve(i / 2 ** 20), 1200), exact >> BigInt(Math.floor(i / 2 ** 20)))).toBeLessThan(1e-15)
    }),
    { numRuns: 300 },
  )
})

test('it never grows with x', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 65, noNaN: true }),
      fc.double({ min: 1e-9, max: 1, noNaN: true }),
      (x, more) => {
        expect(halve(x + more)).toBeLessThanOrEqual(halve(x))
      },
    ),
  )
})
