/** Blocks whose `{` was forgotten: they show by a `}` that closes nothing. */
import { createTokenInstance, type TokenType } from 'chevrotain'
import { type Diagnostic, report } from '../diagnostics/diagnostic.ts'
import { unopenedBrace } from '../diagnostics/syntax/unopened-brace.ts'
import type { SourceText } from './source.ts'
import { Keywords, keywordIn, Signs, type Token } from './tokens.ts'

export interface Opened {
  /** With an opening brace that nobody wrote. */
  readonly tokens: readonly Token[]
  readonly diagnostic: Diagnostic
}

/** How far back the block's first word is looked for, so that many lone braces take no time. In tokens. */
const furthest = 2000

/** The nearest block before the closing brace that has none to begin with. */
export function openedFor(source: SourceText, tokens: readonly Token[], lone: Token): Opened | undefined {
  const closer = tokens.indexOf(lone)
  for (let i = closer - 1; i >= Math.max(0, closer - furthest); i--) {
    const end = endOfHead(tokens, i)
    if (end !== undefined && end <= closer) return openedAt(source, tokens, i, end)
  }
  return undefined
}

function openedAt(source: SourceText, tokens: readonly Token[], head: number, index: number): Opened {
  const at = (tokens[index - 1] as Token).endOffset + 1
  const brace = createTokenInstance(Signs.LBrace, '', at, at - 1, -1, -1, -1, -1) as Token
  brace.firstOnLine = false
  const word = (tokens[head] as Token).image
  return {
    tokens: tokens.toSpliced(index, 0, brace),
    diagnostic: report(unopenedBrace, { source, start: at, end: at }, { word }),
  }
}

type EndOf = (tokens: readonly Token[], head: number) => number

const ends: ReadonlyMap<TokenType, EndOf> = new Map<TokenType, EndOf>([
  [Keywords.Lead, (_, head) => head + 1],
  [Keywords.Test, (_, head) => head + 2],
  [Keywords.Event, (_, head) => head + 2],
  [Keywords.Score, endOfLine],
  [Keywords.Group, endOfLine],
])

/** Where the brace belongs, by its number among the tokens; nothing where the block has one, or needs none. */
function endOfHead(tokens: readonly Token[], head: number): number | undefined {
  const token = tokens[head] as Token
  const endOf = keywordIn(token) && ends.get(token.tokenType)
  const end = endOf?.(tokens, head)
  return end !== undefined && begins(tokens, head, end) ? end : undefined
}

const elsewhere: ReadonlySet<TokenType> = new Set([Signs.LBrace, Signs.Equal, Signs.Dot])

/** What follows the head is what such a block holds. */
function begins(tokens: readonly Token[], head: number, end: number): boolean {
  const next = tokens[end]
  if (!next || tokens.slice(head, end + 1).some(({ tokenType }) => elsewhere.has(tokenType))) return false
  const holdsFields = tokens[head]?.tokenType === Keywords.Lead || tokens[head]?.tokenType === Keywords.Event
  return holdsFields ? tokens[end + 1]?.tokenType === Signs.Colon : keywordIn(next) !== undefined
}

function endOfLine(tokens: readonly Token[], head: number): number {
  let end = head + 1
  while (tokens[end] && !tokens[end]?.firstOnLine) end++
  return end
}
