/**
 * The tokens of a text after an edit, out of those before it: only some lines around the edit are read, from the beginning of
 * one entry to that of another in the same block. A dozen tokens on either side of the edit must come out as they were, which
 * is further than any pass looks; where they do not, or brackets do not pair, the whole text is read.
 */
import type { Change } from './change.ts'
import type { Comment, Part } from './lex.ts'
import { alikeFromEnd, alikeFromStart, type Same } from './same-tokens.ts'
import { tokenOf } from './scan.ts'
import type { SourceText } from './source.ts'
import { type Tokenised, tokenise } from './tokenise.ts'
import { Keywords, keywordIn, Name, Signs, type Token } from './tokens.ts'

/** How many tokens next to the edit show that what is further away stays as it is. */
const margin = 12
/** Further away no beginning of an entry is looked for. */
const furthest = 3000

/** The numbers of tokens between which a text is read again. */
interface Window {
  readonly first: number
  readonly end: number
}

export interface Retokenised extends Tokenised {
  readonly same: Same
}

/** Nothing where the whole text is to be read. `begins`: an entry without mistakes begins at the token of this number. */
export function retokenise(
  old: Tokenised,
  source: SourceText,
  change: Change,
  begins: (index: number) => boolean,
): Retokenised | undefined {
  const window = old.unbalanced.length === 0 ? windowAround(old.tokens, change, begins) : undefined
  return window && readAgain(old, source, change, window)
}

function windowAround(
  tokens: readonly Token[],
  change: Change,
  begins: (index: number) => boolean,
): Window | undefined {
  const touched = numberAt(tokens, change.start)
  const least = Math.min(numberAt(tokens, change.end) + margin + 1, tokens.length)
  let lowest = lowestDepth(tokens, Math.max(0, touched - margin), least)
  for (let first = Math.max(0, touched - margin); first > touched - furthest; first--) {
    if (first <= 0) return { first: 0, end: endInBlock(tokens, least, 0, begins) }
    const { depth } = tokens[first] as Token
    lowest = Math.min(lowest, depth)
    if (depth > lowest || !begins(first) || gradeComes(tokens, first)) continue
    const end = endInBlock(tokens, least, depth, begins)
    if (end < tokens.length ? (tokens[end] as Token).depth === depth : depth === 0) return { first, end }
  }
  return undefined
}

function lowestDepth(tokens: readonly Token[], from: number, to: number): number {
  let lowest = Number.POSITIVE_INFINITY
  for (let i = from; i < to; i++) lowest = Math.min(lowest, (tokens[i] as Token).depth)
  return lowest
}

/** The beginning of an entry at this depth, or the first token that is further out. */
function endInBlock(tokens: readonly Token[], from: number, depth: number, begins: (index: number) => boolean): number {
  let end = from
  while (end < tokens.length) {
    const token = tokens[end] as Token
    if (token.depth < depth || (token.depth === depth && begins(end))) break
    end++
  }
  return end
}

/** The next brace is taken for that of a grade. */
function gradeComes(tokens: readonly Token[], index: number): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const token = tokens[i] as Token
    if (token.tokenType === Keywords.Grade) return true
    if (token.tokenType === Signs.LBrace) return false
    if (token.firstOnLine && keywordIn(token)?.role === 'statement') return false
  }
  return false
}

/** Of the first token that ends at the offset or behind it. */
function numberAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).endOffset + 1 < offset) low = middle + 1
    else high = middle
  }
  return low
}

function readAgain(old: Tokenised, source: SourceText, change: Change, window: Window): Retokenised | undefined {
  const { first, end } = window
  const start = first === 0 ? 0 : (old.tokens[first] as Token).startOffset
  const oldEnd = old.tokens[end]?.startOffset ?? source.text.length - change.shift
  if (old.slips.some(({ span }) => span.start < start || span.end > oldEnd)) return undefined
  const block = blockAround(first === 0 ? 0 : (old.tokens[first] as Token).depth, start)
  const again = tokenise(source, { ...block, start, end: oldEnd + change.shift })
  const tokens = inside(again, block)
  if (!tokens || !staysAround(old.tokens, tokens, window, change)) return undefined
  const all = [...old.tokens.slice(0, first), ...tokens, ...old.tokens.slice(end)]
  const behind = old.tokens.length - end
  if (behind > 0 && gradeComes(all, all.length - behind) !== gradeComes(old.tokens, end)) return undefined
  move(old.tokens, end, change.shift)
  const comments = commentsWith(again.comments, old.comments, source, { start, end: oldEnd, shift: change.shift })
  return { written: all, tokens: all, comments, slips: again.slips, unbalanced: [], same: { before: first, behind } }
}

/** Enough tokens next to those that are not read again came out as they were. */
function staysAround(
  old: readonly Token[],
  tokens: readonly Token[],
  { first, end }: Window,
  { shift }: Change,
): boolean {
  const before = old.slice(first, end)
  const alike = alikeFromStart(before, tokens, 0)
  if (first > 0 && alike < margin - 1) return false
  return end === old.length || alikeFromEnd(before, tokens, alike, shift) >= margin - 1
}

/** Those of the old text outside the part that was read again, and those in it. */
function commentsWith(
  again: readonly Comment[],
  old: readonly Comment[],
  source: SourceText,
  part: Change,
): readonly Comment[] {
  const before = old.filter(({ span }) => span.start < part.start)
  const behind = old.filter(({ span }) => span.start >= part.end)
  return [
    ...before.map(one => commentAt(one, source, 0)),
    ...again,
    ...behind.map(one => commentAt(one, source, part.shift)),
  ]
}

type Block = Pick<Part, 'before' | 'behind'>

/** Heads of blocks, one inside the other, and their ends, as far as passes look at them. */
function blockAround(depth: number, offset: number): Block {
  const tokenAt = (type: typeof Name, image: string) => tokenOf(type, image, offset)
  const head = (_: unknown, i: number) => {
    const word = tokenAt(Name, i === 0 ? 'score' : 'group')
    word.firstOnLine = true
    return [word, tokenAt(Name, 'x'), tokenAt(Signs.LBrace, '{')]
  }
  const levels = Array.from({ length: depth })
  return { before: levels.flatMap(head), behind: levels.map(() => tokenAt(Signs.RBrace, '}')) }
}

/** What stands in the block, where the block came out as it was. */
function inside({ tokens, unbalanced }: Tokenised, { before, behind }: Block): readonly Token[] | undefined {
  const isWhole =
    unbalanced.length === 0 &&
    before.every((token, i) => tokens[i] === token) &&
    behind.every((token, i) => tokens[tokens.length - behind.length + i] === token && token.depth === behind.length - i)
  return isWhole ? tokens.slice(before.length, tokens.length - behind.length) : undefined
}

function move(tokens: readonly Token[], from: number, shift: number): void {
  if (shift === 0) return
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Token
    token.startOffset += shift
    token.endOffset += shift
  }
}

function commentAt({ span, doc, ownLine }: Comment, source: SourceText, shift: number): Comment {
  return { span: { source, start: span.start + shift, end: span.end + shift }, doc, ownLine }
}
