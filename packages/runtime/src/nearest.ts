import { fold } from './fold.ts'

/**
 * The candidate that someone who wrote `word` most likely meant, or nothing where none is near: at most one slip in three
 * letters (a letter too many, missing, wrong, or two swapped), ignoring letter case; something of the word must be right. The first of equally near ones.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const written = fold(word)
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const slips = distance(written, fold(candidate))
    if (slips < least) [best, least] = [candidate, slips]
  }
  return best
}

/** Optimal string alignment distance; infinite where it exceeds what counts as near. */
function distance(a: string, b: string): number {
  const limit = Math.min(a.length - 1, Math.max(1, Math.floor(Math.max(a.length, b.length) / 3)))
  if (Math.abs(a.length - b.length) > limit || a.length > 200) return Number.POSITIVE_INFINITY
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(step(a, b, i, j, before, row, next))
    ;[before, row] = [row, next]
  }
  const slips = at(row, b.length)
  return slips <= limit ? slips : Number.POSITIVE_INFINITY
}

function step(a: string, b: string, i: number, j: number, before: number[], row: number[], next: number[]): number {
  const wrong = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return Math.min(wrong, at(row, j) + 1, at(next, j - 1) + 1, swapped ? at(before, j - 2) + 1 : wrong)
}

function at(row: number[], index: number): number {
  return row[index] as number
}
