/**
 * Points are exact: an event's are whole billionths, everything from a rule upwards whole millionths, so that no sum
 * depends on its order. Billionths are BigInt; millionths are numbers and stay within ±9e15, where every one is exact.
 * As points they are the nearest double, which tells millionths apart up to 2^33 points.
 */
const LIMIT = 9e9
const LIMIT_IN_MILLIONTHS = LIMIT * 1e6

/** Whole billionths of points, which are first held within ±9e9. */
export function billionths(points: number): bigint {
  return BigInt(wholeBillionths(points))
}

/** The same as a double, which holds it exactly. */
export function wholeBillionths(points: number): number {
  return Math.floor(clamp(points, LIMIT) * 1e9 + 0.5)
}

/** Whole millionths of points, held within ±9e9 points. */
export function millionths(points: number): number {
  return wholeMillionths(points * 1e6)
}

/** Rounds millionths with a fraction to whole ones: halves go up. */
export function wholeMillionths(fractional: number): number {
  return clampMillionths(Math.floor(clampMillionths(fractional) + 0.5))
}

export function clampMillionths(fractional: number): number {
  return clamp(fractional, LIMIT_IN_MILLIONTHS)
}

export function toPoints(millionths: number): number {
  return millionths / 1e6
}

/** The sum of billionths as whole millionths. */
export function sumOfBillionths(parts: readonly bigint[]): number {
  const sum = parts.reduce((total, part) => total + part, 0n)
  return clampMillionths(Number(floorDivide(sum + 500n, 1000n)))
}

/** The sum of whole millionths. */
export function sumOfMillionths(parts: readonly number[]): number {
  return clampMillionths(Number(parts.reduce((total, part) => total + BigInt(part), 0n)))
}

/** The exact sum of numbers as whole millionths, for values that are no points; unknown (null) from about 1e302 on. */
export function sumOfNumbers(numbers: readonly number[]): number | null {
  const parts = numbers.map(number => Math.floor(number * 1e6 + 0.5))
  return parts.every(Number.isFinite)
    ? finite(toPoints(Number(parts.reduce((sum, part) => sum + BigInt(part), 0n))))
    : null
}

/** Not above `cap`, then not below `floor`, so that a floor above the cap wins; null does not bind. In millionths. */
export function bound(value: number, cap: number | null, floor: number | null): number {
  const capped = cap === null ? value : Math.min(value, cap)
  return floor === null ? capped : Math.max(capped, floor)
}

/** Arithmetic that leaves the numbers is unknown. */
export function finite(result: number): number | null {
  return Number.isFinite(result) ? result : null
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value))
}

function floorDivide(a: bigint, b: bigint): bigint {
  return a / b - (a % b < 0n ? 1n : 0n)
}
