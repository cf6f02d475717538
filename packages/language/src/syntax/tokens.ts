/** The kinds of tokens. The lexer knows words only as names; `classify.ts` says which of them are keywords. */
import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain'
import { type Keyword, type KeywordWord, keywordOf, keywords } from './keywords.ts'

/** A token with what the passes between lexer and grammar found out about it. */
export interface Token extends IToken {
  endOffset: number
  firstOnLine: boolean
  /** How many braces are open before it. */
  depth: number
}

type KeywordToken = Capitalize<KeywordWord>

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** `Keywords.When` and so on, by their words. */
export const Keywords = Object.fromEntries(
  keywords.map(({ word }) => [
    capitalised(word),
    createToken({ name: capitalised(word), pattern: Lexer.NA, label: `"${word}"` }),
  ]),
) as unknown as Readonly<Record<KeywordToken, TokenType>>

const tokenByWord: ReadonlyMap<string, TokenType> = new Map(
  keywords.map(({ word }) => [word, Keywords[capitalised(word) as KeywordToken]]),
)

export function keywordToken(word: string): TokenType | undefined {
  return tokenByWord.get(word)
}

const sign = (name: string, text: string) => createToken({ name, pattern: text, label: `"${text}"` })

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

/** Letters beyond ASCII start names too: one character of each bucket of 256 that chevrotain's lexer looks at first. */
const beyondAscii = Array.from({ length: 256 }, (_, bucket) => Math.max(128, bucket * 256))
const latin = Array.from({ length: 128 }, (_, code) => code + 128)
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_']
const digits = [...'0123456789']

const digitGroups = '\\d+(?:_\\d+)*(?:\\.\\d+)?'
/** As a function, because chevrotain drops the flag `u` of a regular expression. */
function unicode(source: string, start: readonly (string | number)[]) {
  const expression = new RegExp(source, 'uy')
  const pattern = (text: string, offset: number) => {
    expression.lastIndex = offset
    return expression.exec(text)
  }
  return { pattern, start_chars_hint: [...start], line_breaks: false }
}

export const Name = createToken({
  name: 'Name',
  ...unicode('[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*', [...letters, ...latin, ...beyondAscii]),
})
export const QuotedName = createToken({ name: 'QuotedName', pattern: /`[^`\r\n]+`/ })
/** A word, digits or text that stands as a label of a grade. */
export const Label = createToken({ name: 'Label', pattern: Lexer.NA })
export const Text = createToken({ name: 'Text', pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*"/ })
export const DateTime = createToken({
  name: 'Date',
  pattern: /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?(?![0-9])/,
})
export const Percent = createToken({ name: 'Percent', pattern: new RegExp(`${digitGroups}%`) })
export const Duration = createToken({
  name: 'Duration',
  ...unicode(`${digitGroups}\\p{L}[\\p{L}\\p{M}\\p{N}_]*`, digits),
})
export const NumberToken = createToken({ name: 'Number', pattern: new RegExp(digitGroups) })

/** Spellings that are not Merit's but whose meaning is plain: reported once, then read as what was meant. */
export const Slips = {
  UnterminatedText: createToken({ name: 'UnterminatedText', pattern: /"[^\r\n]*/ }),
  UnterminatedName: createToken({ name: 'UnterminatedName', pattern: /`[^\r\n]*/ }),
  CurlyText: createToken({ name: 'CurlyText', ...unicode('[“”„][^“”"\\r\\n]*[“”"]', [8220]) }),
  SingleText: createToken({ name: 'SingleText', pattern: /'[^'\r\n]*'/ }),
  LooseDate: createToken({
    name: 'LooseDate',
    pattern:
      /\d{4}-\d{1,2}-\d{1,2}(?![0-9])|\d{4}\/\d{1,2}\/\d{1,2}(?![0-9])|\d{1,2}(?:\.\d{1,2}\.|\/\d{1,2}\/)\d{4}(?![0-9])/,
  }),
  LoosePercent: createToken({ name: 'LoosePercent', pattern: new RegExp(`${digitGroups}[ \\t]+%`) }),
  ForeignSign: createToken({
    name: 'ForeignSign',
    pattern: /==|=<|=>|<>|&&|\|\||!(?!=)|[≤≥≠−×÷]/,
    start_chars_hint: ['=', '<', '&', '|', '!', 215, 247, 8722, 8800, 8804],
  }),
  Semicolon: createToken({ name: 'Semicolon', pattern: ';' }),
  Stray: createToken({
    name: 'Stray',
    ...unicode('[^]', [...Array.from({ length: 128 }, (_, code) => code), ...latin, ...beyondAscii]),
    line_breaks: true,
  }),
} as const

const Space = createToken({
  name: 'Space',
  pattern: /[ \t\r\n\f\v\u00a0\ufeff\u2028\u2029]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
})
export const CommentToken = createToken({ name: 'Comment', pattern: /#[^\r\n]*/, group: 'comments' })

const {
  UnterminatedText,
  UnterminatedName,
  CurlyText,
  SingleText,
  LooseDate,
  LoosePercent,
  ForeignSign,
  Semicolon,
  Stray,
} = Slips

/** Names come first because they are the most frequent, numbers from the longest form to the shortest. */
const lexed = [
  Space,
  CommentToken,
  Name,
  Text,
  UnterminatedText,
  QuotedName,
  UnterminatedName,
  CurlyText,
  SingleText,
  DateTime,
  LooseDate,
  LoosePercent,
  Percent,
  Duration,
  NumberToken,
  ForeignSign,
  ...Object.values(Signs),
  Semicolon,
  Stray,
]

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

export const lexer = new Lexer(lexed, { positionTracking: 'onlyOffset', skipValidations: true })

/** Chevrotain's own tokens do not know where they end, and fields that come later cost each token a second object. */
Object.assign(lexer, {
  createTokenInstance: (image: string, startOffset: number, tokenTypeIdx: number, tokenType: TokenType): Token => {
    const endOffset = startOffset + image.length - 1
    return { image, startOffset, endOffset, tokenTypeIdx, tokenType, firstOnLine: false, depth: 0 }
  },
})

/** The keyword that a token is, after `classify`. */
export function keywordIn(token: IToken): Keyword | undefined {
  return token.tokenType === tokenByWord.get(token.image) ? keywordOf(token.image) : undefined
}

/** It starts a statement, an item or a line of a test, first on its line: there parsing can resume. */
export function isStart(token: Token): boolean {
  const keyword = token.firstOnLine ? keywordIn(token) : undefined
  return keyword !== undefined && keyword.role !== 'word'
}
