/** What two texts have in common at their beginnings and at their ends. */

export interface Change {
  /** How many characters at the beginning are the same. */
  readonly start: number
  /** Where the rest, which is the same, begins in the old text. */
  readonly end: number
  /** By how many characters that rest has moved. */
  readonly shift: number
}

export function changeBetween(from: string, to: string): Change {
  const most = Math.min(from.length, to.length)
  let start = 0
  while (start < most && from.charCodeAt(start) === to.charCodeAt(start)) start++
  let rest = 0
  while (rest < most - start && from.charCodeAt(from.length - 1 - rest) === to.charCodeAt(to.length - 1 - rest)) rest++
  return { start, end: from.length - rest, shift: to.length - from.length }
}
