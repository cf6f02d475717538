import { clampMillionths, sumOfBillionths, sumOfMillionths } from '../kernel/points.ts'

/** Sums of whole numbers below this are exact as doubles, and so is their thousandth part rounded down. */
const EXACT = 2 ** 50

/** As `sumOfBillionths`, faster where the sum is not huge. */
export function totalOfBillionths(parts: readonly number[]): number {
  const sum = sumIfExact(parts)
  return sum === undefined ? sumOfBillionths(parts.map(BigInt)) : clampMillionths(Math.floor((sum + 500) / 1000))
}

/** As `sumOfMillionths`, faster where the sum is not huge. */
export function totalOfMillionths(parts: readonly number[]): number {
  const sum = sumIfExact(parts)
  return sum === undefined ? sumOfMillionths(parts) : clampMillionths(sum)
}

function sumIfExact(parts: readonly number[]): number | undefined {
  let [sum, size] = [0, 0]
  for (const part of parts) {
    sum += part
    size += Math.abs(part)
  }
  return size < EXACT ? sum : undefined
}
