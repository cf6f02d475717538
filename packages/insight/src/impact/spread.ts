/**
 * How numbers are spread, in bounded memory: counted in bins, which become wider where there would be too many. What comes of it
 * does not depend on the order of the numbers, or on how they were parted and put together again. Plain data.
 */
export interface Spread {
  /** The width of a bin, in millionths. */
  width: number
  /** By bin: how many before, how many after. */
  counts: Map<number, [before: number, after: number]>
  least: number
  most: number
}

/** 0.01 points. */
const narrowest = 10_000
/** So many bins at most are kept. */
const mostBins = 4096

export function emptySpread(): Spread {
  return { width: narrowest, counts: new Map(), least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }
}

/** @param side 0: before, 1: after */
export function addTo(spread: Spread, millionths: number, side: 0 | 1): void {
  spread.least = Math.min(spread.least, millionths)
  spread.most = Math.max(spread.most, millionths)
  binAt(spread.counts, Math.floor(millionths / spread.width))[side]++
  narrow(spread)
}

export function joinTo(spread: Spread, other: Spread): void {
  spread.least = Math.min(spread.least, other.least)
  spread.most = Math.max(spread.most, other.most)
  while (spread.width < other.width) widen(spread)
  const factor = spread.width / other.width
  for (const [bin, [before, after]] of other.counts) {
    const sum = binAt(spread.counts, Math.floor(bin / factor))
    sum[0] += before
    sum[1] += after
  }
  narrow(spread)
}

function narrow(spread: Spread): void {
  while (spread.counts.size > mostBins) widen(spread)
}

function widen(spread: Spread): void {
  const { counts } = spread
  spread.width *= 10
  spread.counts = new Map()
  for (const [bin, [before, after]] of counts) {
    const sum = binAt(spread.counts, Math.floor(bin / 10))
    sum[0] += before
    sum[1] += after
  }
}

function binAt(counts: Spread['counts'], bin: number): [number, number] {
  const found = counts.get(bin)
  if (found) return found
  const fresh: [number, number] = [0, 0]
  counts.set(bin, fresh)
  return fresh
}

/** In points; low ≤ points < high, of the last one the high end is inside. */
export interface SpreadBin {
  readonly low: number
  readonly high: number
  readonly before: number
  readonly after: number
}

/** At most so many bins of one width, which is 1, 2 or 5 times a power of ten; 0 is between two of them. */
export function binsOf({ width, counts, least, most }: Spread, limit: number): readonly SpreadBin[] {
  if (counts.size === 0) return []
  const wide = widthFor(width, least, most, limit)
  const [first, last] = placesOf(wide, least, most)
  const bins = Array.from({ length: last - first + 1 }, (): [number, number] => [0, 0])
  for (const [bin, [before, after]] of counts) {
    const sum = bins[Math.min(last, Math.floor((bin * width) / wide)) - first] as [number, number]
    sum[0] += before
    sum[1] += after
  }
  const at = (place: number) => (place * wide) / 1e6
  return bins.map(([before, after], i) => ({ low: at(first + i), high: at(first + i + 1), before, after }))
}

function widthFor(width: number, least: number, most: number, limit: number): number {
  if (least === most) return Math.max(width, 1e6)
  for (let unit = width; ; unit *= 10)
    for (const factor of [1, 2, 5]) {
      const [first, last] = placesOf(unit * factor, least, most)
      if (last - first < limit) return unit * factor
    }
}

/** What is just at the end belongs to the last bin: leads that reach a cap are not in a bin of their own. */
function placesOf(wide: number, least: number, most: number): readonly [first: number, last: number] {
  const first = Math.floor(least / wide)
  return [first, Math.max(first, Math.ceil(most / wide) - 1)]
}
