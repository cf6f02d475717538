/**
 * Running sums of whole numbers that stay exact beyond 2^53: each is `high` × 2^30 + `low`, both exact as doubles, so that
 * the sum over any stretch is the difference of two.
 */
export interface Sum {
  readonly high: number
  readonly low: number
}

const BASE = 2 ** 30

export const zero: Sum = { high: 0, low: 0 }

/** `number` is whole. */
export function plus({ high, low }: Sum, number: number): Sum {
  const part = Math.floor(number / BASE)
  const rest = low + (number - part * BASE)
  return rest < BASE ? { high: high + part, low: rest } : { high: high + part + 1, low: rest - BASE }
}

export function minus(a: Sum, b: Sum): Sum {
  return { high: a.high - b.high, low: a.low - b.low }
}

export function added(a: Sum, b: Sum): Sum {
  return { high: a.high + b.high, low: a.low + b.low }
}

/** The sum divided by `parts`, halves rounded up. */
export function rounded({ high, low }: Sum, parts: number): number {
  if (Math.abs(high) < 2 ** 21) return Math.floor((high * BASE + low + parts / 2) / parts)
  if (!Number.isFinite(high)) return Number.NaN
  const [whole, divisor] = [BigInt(high) * BigInt(BASE) + BigInt(low + Math.floor(parts / 2)), BigInt(parts)]
  return Number(whole / divisor - (whole % divisor < 0n ? 1n : 0n))
}
