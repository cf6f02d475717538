/** How a text may go on at a place, as far as the grammar knows: from what stands before it, whatever comes after. */
import type { TokenType } from 'chevrotain'
import { classify } from './classify.ts'
import { currentEntry } from './current-entry.ts'
import { lex } from './lex.ts'
import { grammarRules } from './parse.ts'
import type { SourceText } from './source.ts'
import { keywordToken, Label, Name, NumberToken, Signs, Text, type Token } from './tokens.ts'
import { type Frame, type Kinds, type Way, waysAfter } from './ways.ts'
import { type Place, placeAt } from './word-at.ts'

export type { Frame } from './ways.ts'

export interface Written {
  /** A keyword's or sign's own spelling; else `Name`, `Label`, `Text`, `Number`, `Percent`, `Duration` or `Date`. */
  readonly kind: string
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface Continuation {
  /** As in `Written`. */
  readonly kind: string
  /** The rule of the grammar that asks for it. */
  readonly frame: Frame
}

export interface Continuations extends Place {
  /** From where the entry begins, and the heads of the blocks that it is in; neighbours that are finished are left out. */
  readonly before: readonly Written[]
  readonly ways: readonly Continuation[]
  readonly firstOnLine: boolean
}

/** Looks back as far as the statement begins, so that the length of the file does not matter. Never throws. */
export function continuationsAt(source: SourceText, offset: number): Continuations {
  const place = placeAt(source, offset)
  const from = startOfStatement(source.text, place.start)
  const firstOnLine = source.text.slice(lineStart(source.text, place.start), place.start).trim() === ''
  if (place.inside === 'comment') return { ...place, before: [], ways: [], firstOnLine }
  const tokens = currentEntry(tokensBetween(source, from, place.start))
  const ways = waysAfter(grammarRules(), 'file', tokens.map(kindsOf))
  const before = tokens.map(token => writtenOf(token, from))
  return { ...place, before, ways: ways.map(continuationOf), firstOnLine }
}

const continuationOf = ({ token, frame }: Way): Continuation => ({ kind: kindOf(token), frame })

const writtenOf = ({ tokenType, image, startOffset, endOffset }: Token, from: number): Written => ({
  kind: kindOf(tokenType),
  text: image,
  start: from + startOffset,
  end: from + endOffset + 1,
})

/** Keywords and signs have their spelling as a label, in quotes. */
function kindOf({ name, LABEL }: TokenType): string {
  return LABEL ? LABEL.slice(1, -1) : name
}

/** A statement of the file that begins its line without indentation; the beginning of the text where there is none. */
const statement =
  /^(?:model|timezone|import|list|let|segment|score|grade|qualify|disqualify|promise|test)[ \t](?![ \t]*:)/

function startOfStatement(text: string, end: number): number {
  for (let at = lineStart(text, end); at > 0; at = lineStart(text, at - 1)) {
    if (statement.test(text.slice(at, at + 20))) return at
  }
  return 0
}

/** Of the line that the place is in. */
const lineStart = (text: string, at: number) => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1)

/** Brackets that are still open are closed for once, since a word in brackets is no keyword. */
function tokensBetween({ path, text }: SourceText, from: number, end: number): Token[] {
  const { tokens } = lex({ path, text: text.slice(from, end) })
  const closers = openBrackets(tokens).map(closer => ({ ...(tokens.at(-1) as Token), tokenType: closer, image: '' }))
  classify([...tokens, ...closers])
  return tokens
}

const closerOf: ReadonlyMap<TokenType, TokenType> = new Map([
  [Signs.LBracket, Signs.RBracket],
  [Signs.LParen, Signs.RParen],
])
const braces: ReadonlySet<TokenType> = new Set([Signs.LBrace, Signs.RBrace])

/** What closes those left open, innermost first. */
function openBrackets(tokens: readonly Token[]): TokenType[] {
  const open: TokenType[] = []
  for (const { tokenType } of tokens) {
    const closer = closerOf.get(tokenType)
    if (closer) open.unshift(closer)
    else if (tokenType === open[0]) open.shift()
    else if (braces.has(tokenType)) open.length = 0
  }
  return open
}

const labels: ReadonlySet<TokenType> = new Set([Name, NumberToken, Text])

/** What follows the last word decides whether it is a keyword, a name or a label; as nothing does yet, it may be any. */
function kindsOf({ tokenType, image }: Token, i: number, { length }: readonly Token[]): Kinds {
  if (i < length - 1) return [tokenType]
  const keyword = tokenType === Name ? keywordToken(image) : undefined
  const word = keyword ? [keyword, tokenType] : [tokenType]
  return labels.has(tokenType) ? [...word, Label] : word
}
