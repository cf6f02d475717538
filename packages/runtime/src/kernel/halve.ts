// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: printed, so that every target has the same bits
/**
 * 2^(−x), the language's own, so that every target computes the same bits: tables, a polynomial, and only + − × and floor.
 *
 * x is split into k + i/32 + r with whole k and i and |r| ≤ 1/64, without rounding; the result is 2^(−k) · 2^(−i/32) · 2^(−r).
 * - `STEPS[i]` is the double nearest to 2^(−i/32), computed with 60 decimal digits.
 * - `SERIES[n]` is the double nearest to (−ln 2)^n / n!: the Taylor series of 2^(−r). Its first term left out is below 4e-18.
 * - 2^(−k) is exact.
 * The relative error stays below 1e-15, and powers of two come out exact. Above 64 the result is 0, below 0 it is 1.
 */
export function halve(x: number): number {
  if (x > 64) return 0
  if (x <= 0) return 1
  const steps = Math.floor(x * 32 + 0.5)
  const k = Math.floor(steps / 32)
  return power(k) * (STEPS[steps - 32 * k] as number) * series(x - steps / 32)
}

/** 2^(−k) for whole k from 0 to 64. */
function power(k: number): number {
  return k === 0 ? 1 : 0.5 * power(k - 1)
}

function series(r: number): number {
  return SERIES.reduceRight((sum, coefficient) => sum * r + coefficient)
}

export const SERIES: readonly number[] = [
  1, -0.6931471805599453, 0.24022650695910072, -0.05550410866482158, 0.009618129107628477, -0.0013333558146428443,
  0.0001540353039338161,
]

// biome-ignore format: four to a line
export const STEPS: readonly number[] = [
  1, 0.9785720620877001, 0.9576032806985737, 0.93708381705515,
  0.9170040432046712, 0.8973545375015536, 0.8781260801866497, 0.859309649061239,
  0.8408964152537145, 0.8228777390769825, 0.8052451659746271, 0.7879904225539432,
  0.7711054127039704, 0.7545822137967114, 0.7384130729697497, 0.7225904034885233,
  0.7071067811865476, 0.691954940981916, 0.6771277734684463, 0.6626183215798707,
  0.6484197773255048, 0.6345254785958666, 0.620928906036742, 0.6076236799902345,
  0.5946035575013605, 0.5818624293887887, 0.5693943173783458, 0.5571933712979462,
  0.5452538663326288, 0.5335702003384118, 0.5221368912137069, 0.5109485743270583,
]
