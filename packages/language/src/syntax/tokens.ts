/** The kinds of tokens. `scan.ts` knows words only as names; `classify.ts` says which of them are keywords. */
import { createToken, type IToken, type TokenType } from 'chevrotain'
import { type Keyword, type KeywordWord, keywords } from './keywords.ts'

/** A token with what the passes between lexer and grammar found out about it. */
export interface Token extends IToken {
  endOffset: number
  firstOnLine: boolean
  /** How many braces are open before it. */
  depth: number
  /** The next token directly in what it was read as a part of. */
  next?: Token | undefined
}

type KeywordToken = Capitalize<KeywordWord>

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** `Keywords.When` and so on, by their words. */
export const Keywords = Object.fromEntries(
  keywords.map(({ word }) => [capitalised(word), createToken({ name: capitalised(word), label: `"${word}"` })]),
) as unknown as Readonly<Record<KeywordToken, TokenType>>

const tokenByWord: ReadonlyMap<string, TokenType> = new Map(
  keywords.map(({ word }) => [word, Keywords[capitalised(word) as KeywordToken]]),
)

export function keywordToken(word: string): TokenType | undefined {
  return tokenByWord.get(word)
}

const sign = (name: string, text: string) => createToken({ name, label: `"${text}"` })

export const Signs = {
  LBrace: sign('LBrace', '{'),
  RBrace: sign('RBrace', '}'),
  LBracket: sign('LBracket', '['),
  RBracket: sign('RBracket', ']'),
  LParen: sign('LParen', '('),
  RParen: sign('RParen', ')'),
  Comma: sign('Comma', ','),
  Colon: sign('Colon', ':'),
  HalfOpen: sign('HalfOpen', '..<'),
  DotDot: sign('DotDot', '..'),
  Dot: sign('Dot', '.'),
  NotEqual: sign('NotEqual', '!='),
  LessEqual: sign('LessEqual', '<='),
  GreaterEqual: sign('GreaterEqual', '>='),
  Less: sign('Less', '<'),
  Greater: sign('Greater', '>'),
  Equal: sign('Equal', '='),
  Plus: sign('Plus', '+'),
  Minus: sign('Minus', '-'),
  Times: sign('Star', '*'),
  Divide: sign('Slash', '/'),
} as const

const kind = (name: string) => createToken({ name })

export const Name = kind('Name')
export const QuotedName = kind('QuotedName')
/** A word, digits or text that stands as a label of a grade. */
export const Label = kind('Label')
export const Text = kind('Text')
export const DateTime = kind('Date')
export const Percent = kind('Percent')
export const Duration = kind('Duration')
export const NumberToken = kind('Number')

/** Spellings that are not Merit's but whose meaning is plain: reported once, then read as what was meant. */
export const Slips = {
  UnterminatedText: kind('UnterminatedText'),
  UnterminatedName: kind('UnterminatedName'),
  CurlyText: kind('CurlyText'),
  SingleText: kind('SingleText'),
  LooseDate: kind('LooseDate'),
  LoosePercent: kind('LoosePercent'),
  ForeignSign: kind('ForeignSign'),
  Semicolon: kind('Semicolon'),
  Stray: kind('Stray'),
} as const

/** What the grammar is written in. */
export const grammarTokens: TokenType[] = [
  ...Object.values(Keywords),
  ...Object.values(Signs),
  Name,
  Label,
  Text,
  DateTime,
  Percent,
  Duration,
  NumberToken,
]

const keywordByToken: ReadonlyMap<TokenType, Keyword> = new Map(
  keywords.map(keyword => [tokenByWord.get(keyword.word) as TokenType, keyword]),
)

/** The keyword that a token is, after `classify`. */
export function keywordIn(token: IToken): Keyword | undefined {
  return keywordByToken.get(token.tokenType)
}

/** It starts a statement, an item or a line of a test, first on its line: there parsing can resume. */
export function isStart(token: Token): boolean {
  const keyword = token.firstOnLine ? keywordIn(token) : undefined
  return keyword !== undefined && keyword.role !== 'word'
}
