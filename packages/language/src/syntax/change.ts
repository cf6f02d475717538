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
  const start = commonBeginning(from, to)
  const rest = commonEnd(from, to, Math.min(from.length, to.length) - start)
  return { start, end: from.length - rest, shift: to.length - from.length }
}

/** Texts are long, and pieces of them compared at once much sooner than their characters. */
const piece = 4096

function commonBeginning(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let i = 0
  while (i + piece <= most && a.slice(i, i + piece) === b.slice(i, i + piece)) i += piece
  while (i < most && a.charCodeAt(i) === b.charCodeAt(i)) i++
  return i
}

function commonEnd(a: string, b: string, most: number): number {
  let i = 0
  const pieceAt = (text: string) => text.slice(text.length - i - piece, text.length - i)
  while (i + piece <= most && pieceAt(a) === pieceAt(b)) i += piece
  while (i < most && a.charCodeAt(a.length - 1 - i) === b.charCodeAt(b.length - 1 - i)) i++
  return i
}
