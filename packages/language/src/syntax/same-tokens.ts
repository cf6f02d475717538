/** Which tokens are the same before and after an edit. */
import type { Change } from './change.ts'
import type { Token } from './tokens.ts'

/** How many tokens at the beginning and at the end were not even read again. */
export interface Same {
  readonly before: number
  readonly behind: number
}

export class SameTokens {
  /** How many tokens at the beginning are the same. */
  readonly before: number
  readonly #old: readonly Token[]
  /** The first of those at the end that are the same. */
  readonly #behind: number
  /** Those from here on have the places that they have in the new text. */
  readonly #unread: number
  readonly #change: Change
  /** By how much numbers behind the edit have changed. */
  readonly #more: number

  constructor(old: readonly Token[], now: readonly Token[], change: Change, unread: Same = { before: 0, behind: 0 }) {
    this.#old = old
    this.#change = change
    this.#more = now.length - old.length
    this.#unread = old.length - unread.behind
    this.before = alikeFromStart(old, now, unread.before)
    this.#behind = old.length - alikeFromEnd(old, now, this.before, change.shift, unread.behind)
  }

  /** The number that a token of the new text had in the old one; −1 where it is new. */
  numberBefore(index: number): number {
    if (index < this.before) return index
    return index - this.#more >= this.#behind ? index - this.#more : -1
  }

  /** By how many characters what begins at a token of the new text has moved. */
  shiftAt(index: number): number {
    return index < this.before ? 0 : this.#change.shift
  }

  /** Tokens of the old text, by their numbers, are the same in the new one, with the text between them and `more` tokens behind them. */
  holds(first: number, end: number, more: number): boolean {
    if (end + more <= this.before) return (this.#old[end - 1] as Token).endOffset < this.#change.start
    if (first < this.#behind) return false
    return first >= this.#unread || (this.#old[first] as Token).startOffset >= this.#change.end
  }
}

/** How many tokens are alike, of which `known` are known to be. */
export function alikeFromStart(old: readonly Token[], now: readonly Token[], known: number): number {
  const most = Math.min(old.length, now.length)
  let i = known
  while (i < most && alike(old[i] as Token, now[i] as Token, 0)) i++
  return i
}

/** Without those that are alike from the start. */
export function alikeFromEnd(
  old: readonly Token[],
  now: readonly Token[],
  fromStart: number,
  shift: number,
  known = 0,
): number {
  const most = Math.min(old.length, now.length) - fromStart
  let i = Math.min(known, most)
  while (i < most && alike(old[old.length - 1 - i] as Token, now[now.length - 1 - i] as Token, shift)) i++
  return i
}

function alike(a: Token, b: Token, shift: number): boolean {
  return (
    a.tokenTypeIdx === b.tokenTypeIdx &&
    a.startOffset + shift === b.startOffset &&
    a.image === b.image &&
    a.firstOnLine === b.firstOnLine &&
    a.depth === b.depth
  )
}
