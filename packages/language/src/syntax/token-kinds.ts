/** The tokens of a text as they are read: for editors, which colour them. */
import type { TokenType } from 'chevrotain'
import { classify } from './classify.ts'
import { lex } from './lex.ts'
import type { SourceText } from './source.ts'
import { DateTime, Duration, keywordIn, Label, Name, NumberToken, Percent, Text, type Token } from './tokens.ts'

export type TokenKind = 'keyword' | 'name' | 'label' | 'text' | 'number' | 'percent' | 'duration' | 'date' | 'sign'

export interface ReadToken {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
}

/** In the order of the text, without comments. Never throws; what means nothing is left out. */
export function tokensOf(source: SourceText): readonly ReadToken[] {
  const { tokens } = lex(source)
  classify(tokens)
  return tokens.filter(({ image }) => image !== '').map(readToken)
}

function readToken(token: Token): ReadToken {
  return { kind: kindOf(token), start: token.startOffset, end: token.endOffset + 1 }
}

const kinds: ReadonlyMap<TokenType, TokenKind> = new Map<TokenType, TokenKind>([
  [Name, 'name'],
  [Label, 'label'],
  [Text, 'text'],
  [NumberToken, 'number'],
  [Percent, 'percent'],
  [Duration, 'duration'],
  [DateTime, 'date'],
])

function kindOf(token: Token): TokenKind {
  return kinds.get(token.tokenType) ?? (keywordIn(token) ? 'keyword' : 'sign')
}
