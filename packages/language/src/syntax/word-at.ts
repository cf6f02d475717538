/** What the cursor is in: the word that is being typed, a text, or a comment. Only its line is read. */
import type { TokenType } from 'chevrotain'
import { scan } from './scan.ts'
import type { SourceText } from './source.ts'
import { DateTime, Duration, Name, NumberToken, Percent, QuotedName, Slips, Text } from './tokens.ts'

export interface Place {
  readonly inside: 'code' | 'text' | 'comment'
  /** What is being typed, up to where it ends behind the cursor; with its quotes or backticks. */
  readonly start: number
  readonly end: number
}

export function placeAt({ text }: SourceText, offset: number): Place {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const { tokens, comments } = scan(text.slice(lineStart, offset))
  const last = tokens.at(-1)
  const nothing: Place = { inside: comments.length > 0 ? 'comment' : 'code', start: offset, end: offset }
  if (comments.length > 0 || !last || lineStart + last.endOffset + 1 < offset) return nothing
  const start = lineStart + last.startOffset
  const end = ends.get(last.tokenType)?.(text, start, offset)
  return end === undefined ? nothing : { inside: texts.has(last.tokenType) ? 'text' : 'code', start, end }
}

/** Where what begins at `start` and reaches to the cursor ends, seen with what is behind the cursor. */
type EndOf = (text: string, start: number, offset: number) => number

/** Of the token that begins at `start`. */
const endOfWord: EndOf = (text, start, offset) => {
  const [token] = scan(text.slice(start, lineEndFrom(text, offset))).tokens
  return Math.max(offset, start + (token?.endOffset ?? -1) + 1)
}

/** A name that is not closed on its line ends at the cursor. */
const endOfName: EndOf = (text, start, offset) => {
  const [token] = scan(text.slice(start, lineEndFrom(text, offset))).tokens
  return token?.tokenType === QuotedName ? endOfWord(text, start, offset) : offset
}

/** A text that is closed on its line has an odd number of quotes behind the cursor. */
const endOfText: EndOf = (text, _, offset) => {
  const rest = text.slice(offset, lineEndFrom(text, offset))
  const quotes = [...rest.matchAll(/(?<!\\)"/g)]
  return quotes.length % 2 === 1 ? offset + (quotes[0]?.index ?? 0) + 1 : offset
}

const texts: ReadonlySet<TokenType> = new Set([Text, Slips.UnterminatedText])
const ends: ReadonlyMap<TokenType, EndOf> = new Map([
  [Name, endOfWord],
  [QuotedName, endOfWord],
  [NumberToken, endOfWord],
  [Duration, endOfWord],
  [Percent, endOfWord],
  [DateTime, endOfWord],
  [Text, endOfWord],
  [Slips.UnterminatedText, endOfText],
  [Slips.UnterminatedName, endOfName],
])

function lineEndFrom(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/)
  return end < 0 ? text.length : offset + end
}
