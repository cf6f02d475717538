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
  const slips = slipsBetween(a, b)
  return slips <= limit ? slips : Number.POSITIVE_INFINITY
}

/** `rows[i][j]`: from the first i letters of one to the first j letters of the other. */
function slipsBetween(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i])
  const at = (i: number, j: number) => rows[i]?.[j] as number
  rows[0] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const wrong = at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1])
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : wrong
      rows[i]?.push(Math.min(wrong, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1))
    }
  return at(a.length, b.length)
}
