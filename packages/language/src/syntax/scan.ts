/**
 * Text to tokens, as they are written: at each place the first form that fits, of those that begin with the character
 * there. Written by hand, because building chevrotain's lexer takes long at every start.
 */
import type { TokenType } from 'chevrotain'
import { DateTime, Duration, Name, NumberToken, Percent, QuotedName, Signs, Slips, Text, type Token } from './tokens.ts'

export interface Scanned {
  readonly tokens: Token[]
  /** Where they begin and end, with their sign. */
  readonly comments: readonly Extent[]
}

export interface Extent {
  readonly start: number
  readonly end: number
}

/** Where what begins at a place ends; the place itself where it does not fit. */
type EndOf = (text: string, at: number) => number

interface Form {
  readonly type: TokenType
  readonly endOf: EndOf
}

/** Both ends of what is scanned stand between two lines, or at an end of the text. */
export function scan(text: string, from = 0, to = text.length): Scanned {
  const tokens: Token[] = []
  const comments: Extent[] = []
  for (let at = endOfSpace(text, from); at < to; at = endOfSpace(text, at)) {
    if (text.charCodeAt(at) === hash) {
      const end = endOfComment(text, at)
      comments.push({ start: at, end })
      at = end
    } else {
      const token = tokenAt(text, at)
      tokens.push(token)
      at = token.endOffset + 1
    }
  }
  return { tokens, comments }
}

function tokenAt(text: string, at: number): Token {
  for (const { type, endOf } of formsAt(text.charCodeAt(at))) {
    const end = endOf(text, at)
    if (end > at) return tokenOf(type, text.slice(at, end), at)
  }
  return tokenOf(Slips.Stray, String.fromCodePoint(text.codePointAt(at) as number), at)
}

/** All fields from the start: those that come later cost each token a second object. */
export function tokenOf(tokenType: TokenType, image: string, startOffset: number): Token {
  return {
    image,
    startOffset,
    endOffset: startOffset + image.length - 1,
    tokenTypeIdx: tokenType.tokenTypeIdx as number,
    tokenType,
    firstOnLine: false,
    depth: 0,
    next: undefined,
  }
}

// ---------------------------------------------------------------- how each form is written

const hash = '#'.charCodeAt(0)
const ascii = 128

/** The expression has the flag `y`. */
function fitting(expression: RegExp): EndOf {
  return (text, at) => {
    expression.lastIndex = at
    return expression.test(text) ? expression.lastIndex : at
  }
}

const spelled =
  (sign: string): EndOf =>
  (text, at) =>
    text.startsWith(sign, at) ? at + sign.length : at

const tableOf = (characters: string) =>
  Uint8Array.from({ length: ascii }, (_, code) => Number(characters.includes(String.fromCharCode(code))))

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_'
const digits = '0123456789'

/** Most of what is written is ASCII, which needs no expression: those take long until they are compiled. */
function endOfRun(table: Uint8Array, text: string, at: number): number {
  let end = at
  while (table[text.charCodeAt(end)] === 1) end++
  return end
}

const inSpace = tableOf(' \t\r\n\f\v')
const anySpace = fitting(/[ \t\r\n\f\v\u00a0\ufeff\u2028\u2029]+/y)

function endOfSpace(text: string, at: number): number {
  const end = endOfRun(inSpace, text, at)
  return text.charCodeAt(end) >= ascii ? anySpace(text, at) : end
}

const endOfComment = fitting(/#[^\r\n]*/y)

const inName = tableOf(letters + digits)
const anyName = fitting(/[\p{L}_][\p{L}\p{M}\p{N}_]*/uy)

function endOfName(text: string, at: number): number {
  const end = endOfRun(inName, text, at)
  return text.charCodeAt(end) >= ascii ? anyName(text, at) : end
}

const inNumber = tableOf(digits)
const endsNumber = tableOf('\r\n),]}:')

/** Digits alone, before what can belong to no number. */
function endOfDigits(text: string, at: number): number {
  const end = endOfRun(inNumber, text, at)
  return endsNumber[text.charCodeAt(end)] === 1 ? end : at
}

const digitGroups = '\\d+(?:_\\d+)*(?:\\.\\d+)?'
const looseDate =
  /\d{4}-\d{1,2}-\d{1,2}(?![0-9])|\d{4}\/\d{1,2}\/\d{1,2}(?![0-9])|\d{1,2}(?:\.\d{1,2}\.|\/\d{1,2}\/)\d{4}(?![0-9])/y

/** From the longest form to the shortest. */
const numbers: readonly Form[] = [
  { type: NumberToken, endOf: endOfDigits },
  {
    type: DateTime,
    endOf: fitting(/\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?(?![0-9])/y),
  },
  { type: Slips.LooseDate, endOf: fitting(looseDate) },
  { type: Slips.LoosePercent, endOf: fitting(new RegExp(`${digitGroups}[ \\t]+%`, 'y')) },
  { type: Percent, endOf: fitting(new RegExp(`${digitGroups}%`, 'y')) },
  { type: Duration, endOf: fitting(new RegExp(`${digitGroups}\\p{L}[\\p{L}\\p{M}\\p{N}_]*`, 'uy')) },
  { type: NumberToken, endOf: fitting(new RegExp(digitGroups, 'y')) },
]

const name: Form = { type: Name, endOf: endOfName }
const foreignSign: Form = { type: Slips.ForeignSign, endOf: fitting(/==|=<|=>|<>|&&|\|\||!(?!=)|[≤≥≠−×÷]/y) }
const texts: readonly Form[] = [
  { type: Text, endOf: fitting(/"(?:[^"\\\r\n]|\\[^\r\n])*"/y) },
  { type: Slips.UnterminatedText, endOf: fitting(/"[^\r\n]*/y) },
]
const quotedNames: readonly Form[] = [
  { type: QuotedName, endOf: fitting(/`[^`\r\n]+`/y) },
  { type: Slips.UnterminatedName, endOf: fitting(/`[^\r\n]*/y) },
]
/** What is beyond ASCII may also be a letter, or a sign that is not Merit's. */
const beyondAscii: readonly Form[] = [
  name,
  { type: Slips.CurlyText, endOf: fitting(/[“”„][^“”"\r\n]*[“”"]/uy) },
  foreignSign,
]

// ---------------------------------------------------------------- by their first character

const signs: readonly Form[] = Object.values(Signs).map(type => ({ type, endOf: spelled(signOf(type)) }))

/** Of a sign's label, which has it in quotes. */
function signOf({ LABEL = '' }: TokenType): string {
  return LABEL.slice(1, -1)
}

const signsAt = (first: string) => signs.filter(({ type }) => signOf(type).startsWith(first))

function formsOf(first: string): readonly Form[] {
  if (letters.includes(first)) return [name]
  if (digits.includes(first)) return numbers
  if (first === '"') return texts
  if (first === '`') return quotedNames
  if (first === "'") return [{ type: Slips.SingleText, endOf: fitting(/'[^'\r\n]*'/y) }]
  if (first === ';') return [{ type: Slips.Semicolon, endOf: spelled(';') }]
  return '=<&|!'.includes(first) ? [foreignSign, ...signsAt(first)] : signsAt(first)
}

const byCharacter = Array.from({ length: ascii }, (_, code) => formsOf(String.fromCharCode(code)))

const formsAt = (code: number) => byCharacter[code] ?? beyondAscii
