import type { Truth } from './enclosure.ts'
import type { Period } from './period.ts'

/** How many periods one search looks at before it gives up. Few take more than a hundred. */
export const LOOKS = 3_000

/** A stretch of time, ends included; empty where it ends before it begins. */
export interface Span {
  readonly from: number
  readonly to: number
}

export type Ask = (period: Period) => Truth

/** What a search works on. */
export interface Track {
  readonly over: (span: Span) => Period
  /** Instants at which something new begins to count, in order: no smooth stretch goes beyond one. */
  readonly times: readonly number[]
}

/** `at`: the instant that was looked for. `open`: until then there is none, from then on the search gave up. */
export type Found = { readonly at: number } | { readonly open: number } | undefined

/** The first instant of which something is true. */
export function firstInstantOf(ask: Ask, span: Span, track: Track): Found {
  return nearest(ask, span, track, 'from')
}

/** The last instant of which something is true. */
export function lastInstantOf(ask: Ask, span: Span, track: Track): Found {
  return nearest(ask, span, track, 'to')
}

/** Depth first, from one end; what is nearest to it lies on top of the stack. */
function nearest(ask: Ask, whole: Span, track: Track, end: keyof Span): Found {
  const ahead = whole.from <= whole.to ? [whole] : []
  for (let looks = 0; ahead.length > 0; looks++) {
    const span = ahead.pop() as Span
    const answer = ask(track.over(span))
    if (answer) return { at: span[end] }
    if (answer === false) continue
    if (span.from === span.to || looks >= LOOKS) return { open: span[end] }
    const [earlier, later] = halves(span, track.times)
    ahead.push(...(end === 'from' ? [later, earlier] : [earlier, later]))
  }
  return undefined
}

/** Two parts of a span of at least two instants: cut where something begins, else in the middle. */
export function halves({ from, to }: Span, cuts: readonly number[]): readonly [Span, Span] {
  const [first, end] = [placeAfter(cuts, from), placeAfter(cuts, to)]
  const cut = first < end ? (cuts[(first + end) >> 1] as number) : from + Math.ceil((to - from) / 2)
  return [
    { from, to: cut - 1 },
    { from: cut, to },
  ]
}

/** How many of the sorted instants are not after `at`. */
export function placeAfter(instants: readonly number[], at: number): number {
  let [low, high] = [0, instants.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((instants[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  return low
}
