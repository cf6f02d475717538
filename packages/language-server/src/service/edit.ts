/** Where a text and the one that came of it differ. */
export interface Edit {
  /** In both texts. */
  readonly start: number
  /** In the text before. */
  readonly end: number
  /** By how much what stands behind it has moved. */
  readonly shift: number
}

/** The smallest piece outside of which nothing has changed. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let same = 0
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++
  return { start, end: before.length - same, shift: after.length - before.length }
}

interface Piece {
  readonly start: number
  readonly end: number
}

/** Where a piece of the text before has gone; nothing if the edit touches it. */
export function movedBy(edit: Edit, { start, end }: Piece): Piece | undefined {
  if (end < edit.start) return { start, end }
  if (start > edit.end) return { start: start + edit.shift, end: end + edit.shift }
  return undefined
}
