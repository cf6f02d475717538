// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: printed, so that every target has the same bits
/**
 * 2^(−x), the language's own, so that every target computes the same bits: tables, a polynomial, and only + − × and floor.
 *
 * x is split into k + i/32 + r with whole k and i and |r| ≤ 1/64, without rounding; the result is 2^(−k) · 2^(−i/32) · 2^(−r).
 * - `STEPS[i]` is the double nearest to 2^(−i/32).
 * - `SERIES[n]` is the double nearest to (−ln 2)^n / n!: the Taylor series of 2^(−r). Its first term left out is below 4e-18.
 * - 2^(−k) is exact.
 * The relative error stays below 1e-15, and powers of two come out exact. Above 64 the result is 0, below 0 it is 1.
 */
export function halve(x: number): number {
  if (x > 64) return 0
  if (x <= 0) return 1
  const steps = Math.floor(x * 32 + 0.5)
  const r = x - steps / 32
  return (POWERS[steps >> 5] as number) * (STEPS[steps & 31] as number) * series(r)
}

/** Written out, from the last term to the first: this runs for every event of every decaying rule. */
function series(r: number): number {
  return (((((C6 * r + C5) * r + C4) * r + C3) * r + C2) * r + C1) * r + 1
}

const C1 = -0.6931471805599453
const C2 = 0.24022650695910072
const C3 = -0.05550410866482158
const C4 = 0.009618129107628477
const C5 = -0.0013333558146428443
const C6 = 0.0001540353039338161

export const SERIES: readonly number[] = [1, C1, C2, C3, C4, C5, C6]

/** 2^(−k) for whole k from 0 to 64. Both steps are exact. */
const POWERS = Float64Array.from({ length: 65 }, (_, k) => 1 / Number(1n << BigInt(k)))

/** 2^(−1/32) with 128 bits after the point. */
const ROOT = 0xfa83b2db722a033a7c25bb14315d7fccn

export const STEPS: Float64Array = steps()

/** In whole numbers, cut off at 2^(−128), and rounded to a double at the end: so every engine has the same bits. */
function steps(): Float64Array {
  let power = 1n << 128n
  return new Float64Array(32).map(() => {
    const step = Number(power) / 2 ** 128
    power = (power * ROOT) >> 128n
    return step
  })
}
