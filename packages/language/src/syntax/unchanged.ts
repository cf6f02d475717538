/** What two texts have in common at their beginnings and at their ends. */
import type { Token } from './tokens.ts'

export interface Unchanged {
  /** How many tokens at the beginning are the same. */
  readonly tokensBefore: number
  /** By how many characters what stands behind the edit has moved. */
  readonly shift: number
  /** The number that a token of the new text had in the old one; any where it is a new one. */
  numberBefore(index: number): number
  /** Tokens of the old text, by their numbers, are the same in the new one, with the text between them and `more` tokens behind them. */
  holds(first: number, end: number, more: number): boolean
}

/** `next` are the tokens of the text `to`. */
export function unchanged(from: string, to: string, before: readonly Token[], next: readonly Token[]): Unchanged {
  const shift = to.length - from.length
  const charactersBefore = commonBeginning(from, to)
  const changeEnd = from.length - commonEnd(from, to, charactersBefore)
  const tokensBefore = alikeFromStart(before, next)
  const tokensBehind = before.length - alikeFromEnd(before, next, tokensBefore, shift)
  return {
    tokensBefore,
    shift,
    numberBefore: index => (index < tokensBefore ? index : index + before.length - next.length),
    holds: (first, end, more) => {
      const [start, last] = [before[first] as Token, before[end - 1] as Token]
      if (end + more <= tokensBefore) return last.endOffset < charactersBefore
      return first >= tokensBehind && start.startOffset >= changeEnd
    },
  }
}

function commonBeginning(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let i = 0
  while (i < most && a.charCodeAt(i) === b.charCodeAt(i)) i++
  return i
}

function commonEnd(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from
  let i = 0
  while (i < most && a.charCodeAt(a.length - 1 - i) === b.charCodeAt(b.length - 1 - i)) i++
  return i
}

function alikeFromStart(before: readonly Token[], next: readonly Token[]): number {
  const most = Math.min(before.length, next.length)
  let i = 0
  while (i < most && alike(before[i] as Token, next[i] as Token, 0)) i++
  return i
}

function alikeFromEnd(before: readonly Token[], next: readonly Token[], from: number, shift: number): number {
  const most = Math.min(before.length, next.length) - from
  let i = 0
  while (i < most && alike(before[before.length - 1 - i] as Token, next[next.length - 1 - i] as Token, shift)) i++
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
