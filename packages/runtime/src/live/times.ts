/**
 * How many of the times, which are in order, are not later than `at`. `near` is a guess from 0 to all of them: the closer it
 * is, the fewer are looked at, and moving on with the clock costs a look or two.
 */
export function countUntil(times: readonly number[], at: number, near: number): number {
  let low = near
  let high = near
  for (let step = 1; low > 0 && (times[low - 1] as number) > at; step *= 2) {
    high = low - 1
    low = Math.max(0, high - step)
  }
  for (let step = 1; high < times.length && (times[high] as number) <= at; step *= 2) {
    low = high + 1
    high = Math.min(times.length, low + step)
  }
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  return low
}
