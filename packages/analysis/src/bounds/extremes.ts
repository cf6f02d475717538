import type { Members } from './members.ts'

/** The greatest sum of one number for each member, and with how many of which class it is reached. */
export interface Extreme {
  readonly sum: number
  readonly counts: ReadonlyMap<number, number>
}

/** Sums of whole numbers below this are exact as doubles, and so is their thousandth part rounded down. */
const EXACT = 2 ** 50
/** More than what is lost in adding up doubles. */
const SLACK = 1e-12

/**
 * `worth`: whole numbers, by class. More members than are needed for `goal` are not added, since they would only exceed it.
 * Where doubles do not hold the sum exactly it is too great rather than too small.
 */
export function greatest(of: Members, worth: ReadonlyMap<number, number>, goal: number): Extreme {
  const counts = new Map<number, number>()
  let [sum, size, taken] = [0, 0, 0]
  const take = (index: number, count: number) => {
    if (count === 0) return
    const part = count * (worth.get(index) as number)
    sum += part
    size += Math.abs(part)
    taken += count
    counts.set(index, (counts.get(index) ?? 0) + count)
  }
  for (const [index, { low }] of of.classes) take(index, low)
  const best = [...of.classes].sort(([a], [b]) => (worth.get(b) as number) - (worth.get(a) as number))
  for (const [index, { low, high }] of best) {
    const each = worth.get(index) as number
    const wanted = each > 0 && sum < goal ? Math.ceil((goal - sum) / each) : 0
    const room = of.high === Number.POSITIVE_INFINITY ? of.high : of.high - taken
    take(index, Math.min(high - low, Math.max(of.low - taken, Math.min(room, wanted))))
  }
  return { sum: size < EXACT ? sum : sum + size * SLACK, counts }
}

/** The least sum, which no more members than are needed for `goal` make. */
export function least(of: Members, worth: ReadonlyMap<number, number>, goal: number): Extreme {
  const negated = new Map([...worth].map(([index, each]) => [index, -each] as const))
  const { sum, counts } = greatest(of, negated, -goal)
  return { sum: 0 - sum, counts }
}
