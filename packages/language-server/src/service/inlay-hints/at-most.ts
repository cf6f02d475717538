import type { Reach } from '../reach/reach.ts'

/** In words, where there is a bound; with what sets it apart from the word before. */
export function atMost({ high }: Reach): string {
  return Number.isFinite(high) ? ` at most ${round(high)}` : ''
}

/** Upwards, so that it stays true. */
const round = (points: number) => Math.ceil(points * 1000 - 1e-6) / 1000
