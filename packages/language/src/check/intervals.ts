/** Intervals of numbers. Bounds are included unless they are said to be open. */

export interface Interval {
  readonly low: number
  readonly high: number
  readonly lowOpen?: boolean
  readonly highOpen?: boolean
}

export const empty: Interval = { low: 1, high: 0 }

export function isEmpty({ low, high, lowOpen, highOpen }: Interval): boolean {
  return low > high || (low === high && Boolean(lowOpen || highOpen))
}

export function intersection(a: Interval, b: Interval): Interval {
  const [low, lowOpen] =
    a.low === b.low ? [a.low, a.lowOpen || b.lowOpen] : a.low > b.low ? [a.low, a.lowOpen] : [b.low, b.lowOpen]
  const [high, highOpen] =
    a.high === b.high
      ? [a.high, a.highOpen || b.highOpen]
      : a.high < b.high
        ? [a.high, a.highOpen]
        : [b.high, b.highOpen]
  return { low, high, lowOpen, highOpen }
}

/** Without what is not whole: the least and the greatest whole number in it as closed bounds. */
export function wholeNumbers({ low, high, lowOpen, highOpen }: Interval): Interval {
  const first = Math.ceil(low)
  const last = Math.floor(high)
  return { low: lowOpen && first === low ? first + 1 : first, high: highOpen && last === high ? last - 1 : last }
}

/** A number in an interval that is not empty; a whole one, and a bound, where there is one. */
export function memberOf(interval: Interval): number {
  const { low, high } = wholeNumbers(interval)
  if (low <= high) return Number.isFinite(low) ? low : Number.isFinite(high) ? high : 0
  if (!interval.lowOpen) return interval.low
  return interval.highOpen ? (interval.low + interval.high) / 2 : interval.high
}

/** By their lows; what includes its low before what does not. */
export function byLow(a: Interval, b: Interval): number {
  return a.low - b.low || Number(a.lowOpen ?? false) - Number(b.lowOpen ?? false)
}

/** What lies between the sorted intervals, inside `whole`. */
export function gapsOf(sorted: readonly Interval[], whole: Interval): Interval[] {
  const gaps: Interval[] = []
  let { low, lowOpen } = whole
  for (const next of sorted) {
    const gap: Interval = { low, lowOpen, high: next.low, highOpen: !next.lowOpen }
    if (!isEmpty(gap)) gaps.push(gap)
    if (next.high > low || (next.high === low && !next.highOpen)) {
      low = next.high
      lowOpen = !next.highOpen
    }
  }
  const last: Interval = { low, lowOpen, high: whole.high, highOpen: whole.highOpen }
  return isEmpty(last) || low === Infinity ? gaps : [...gaps, last]
}
