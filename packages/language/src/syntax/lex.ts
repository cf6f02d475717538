/**
 * Text to tokens and comments. Spellings that are not Merit's are reported here once and read as what was meant, so that
 * no later pass sees them; what means nothing is reported and left out.
 */

import type { TokenType } from 'chevrotain'
import { type Diagnostic, type DiagnosticRecord, report } from '../diagnostics/diagnostic.ts'
import { curlyQuotes } from '../diagnostics/syntax/curly-quotes.ts'
import { dateSpelling } from '../diagnostics/syntax/date-spelling.ts'
import { foreignSign } from '../diagnostics/syntax/foreign-sign.ts'
import { percentApart } from '../diagnostics/syntax/percent-apart.ts'
import { semicolon } from '../diagnostics/syntax/semicolon.ts'
import { singleQuotes } from '../diagnostics/syntax/single-quotes.ts'
import { strayCharacter } from '../diagnostics/syntax/stray-character.ts'
import { unknownEscape } from '../diagnostics/syntax/unknown-escape.ts'
import { unterminatedName } from '../diagnostics/syntax/unterminated-name.ts'
import { unterminatedText } from '../diagnostics/syntax/unterminated-text.ts'
import { readForeignPhrases } from './foreign-phrases.ts'
import { type Extent, scan } from './scan.ts'
import type { SourceText, Span } from './source.ts'
import { DateTime, Name, Percent, QuotedName, Signs, Slips, Text, type Token } from './tokens.ts'

/** A comment with its sign; `doc` for `##`. */
export interface Comment {
  readonly span: Span
  readonly doc: boolean
  /** Nothing but space stands before it on its line. */
  readonly ownLine: boolean
}

export interface Lexed {
  readonly tokens: Token[]
  readonly comments: readonly Comment[]
  readonly diagnostics: Diagnostic[]
}

/** A part of a text, between lines, with tokens that say what it stands in. */
export interface Part {
  readonly start: number
  readonly end: number
  readonly before: readonly Token[]
  readonly behind: readonly Token[]
}

export function lex(source: SourceText, part?: Part): Lexed {
  const scanned = scan(source.text, part?.start, part?.end)
  const diagnostics: Diagnostic[] = []
  const repaired = repairAll(source, scanned.tokens, diagnostics)
  const comments = scanned.comments.map(extent => toComment(source, extent))
  markLines(source.text, repaired)
  const inPlace = part ? [...part.before, ...repaired, ...part.behind] : repaired
  const tokens = readForeignPhrases(source, inPlace, diagnostics)
  return { tokens, comments, diagnostics }
}

function toComment(source: SourceText, { start, end }: Extent): Comment {
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1
  return {
    span: { source, start, end },
    doc: source.text.startsWith('##', start),
    ownLine: source.text.slice(lineStart, start).trim() === '',
  }
}

function markLines(text: string, tokens: readonly Token[]): void {
  let lineEnd = -1
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    token.firstOnLine = lineEnd < token.startOffset
    if (token.firstOnLine) lineEnd = nextLineEnd(text, token.startOffset)
  }
}

function nextLineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

// ---------------------------------------------------------------- slips

/** What a slip is reported as and read as; without `type` it is left out. */
interface Repair {
  // biome-ignore lint/suspicious/noExplicitAny: each record has params of its own
  readonly record: DiagnosticRecord<any>
  readonly params: unknown
  readonly type?: TokenType
  readonly image?: string
}

const straight = (inner: string) => `"${inner.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

const foreignSigns: Readonly<Record<string, readonly [string, TokenType]>> = {
  '==': ['=', Signs.Equal],
  '=<': ['<=', Signs.LessEqual],
  '=>': ['>=', Signs.GreaterEqual],
  '<>': ['!=', Signs.NotEqual],
  '≤': ['<=', Signs.LessEqual],
  '≥': ['>=', Signs.GreaterEqual],
  '≠': ['!=', Signs.NotEqual],
  '−': ['-', Signs.Minus],
  '×': ['*', Signs.Times],
  '÷': ['/', Signs.Divide],
  '&&': ['and', Name],
  '||': ['or', Name],
  '!': ['not', Name],
}

const slips: ReadonlyMap<TokenType, (image: string) => Repair> = new Map<TokenType, (image: string) => Repair>([
  [
    Slips.UnterminatedText,
    image => ({ record: unterminatedText, params: { text: image }, type: Text, image: `${image}"` }),
  ],
  [
    Slips.UnterminatedName,
    image => ({ record: unterminatedName, params: { text: image }, type: QuotedName, image: `${image}\`` }),
  ],
  [Slips.CurlyText, image => textSlip(curlyQuotes, image)],
  [Slips.SingleText, image => textSlip(singleQuotes, image)],
  [
    Slips.LooseDate,
    image => ({
      record: dateSpelling,
      params: { written: image, meant: meantDate(image) },
      type: DateTime,
      image: meantDate(image) ?? image,
    }),
  ],
  [Slips.LoosePercent, image => percentSlip(image)],
  [Slips.ForeignSign, image => signSlip(image)],
  [Slips.Semicolon, () => ({ record: semicolon, params: {} })],
  [Slips.Stray, image => ({ record: strayCharacter, params: { character: image } })],
])

function textSlip(record: DiagnosticRecord<{ meant: string }>, image: string): Repair {
  const meant = straight(image.slice(1, -1))
  return { record, params: { meant }, type: Text, image: meant }
}

function percentSlip(image: string): Repair {
  const meant = image.replace(/\s+/, '')
  return { record: percentApart, params: { meant }, type: Percent, image: meant }
}

function signSlip(written: string): Repair {
  const [meant, type] = foreignSigns[written] as readonly [string, TokenType]
  return { record: foreignSign, params: { written, meant }, type, image: meant }
}

/** Only where the order of day and month is beyond doubt: the year first, or dots. */
function meantDate(image: string): string | undefined {
  const parts = image.split(/[-/.]/)
  const [year, month, day] = image.includes('.') ? parts.reverse() : parts
  if (year?.length !== 4 || !month || !day) return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function repairAll(source: SourceText, tokens: readonly Token[], diagnostics: Diagnostic[]): Token[] {
  const kept: Token[] = []
  let strayEnd = -1
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const repair = slips.get(token.tokenType)?.(token.image)
    if (token.tokenType === Text && token.image.includes('\\')) checkEscapes(source, token, diagnostics)
    if (repair) {
      const { tokenType, startOffset: start, endOffset } = token
      const end = endOffset + 1
      const goesOn = tokenType === Slips.Stray && start === strayEnd
      if (tokenType === Slips.Stray) strayEnd = end
      if (!goesOn) diagnostics.push(report(repair.record, { source, start, end }, repair.params))
      if (repair.type) retype(token, repair.type, repair.image)
    }
    if (!repair || repair.type) kept.push(token)
  }
  return kept
}

export function retype(token: Token, type: TokenType, image = token.image): void {
  token.tokenType = type
  token.tokenTypeIdx = type.tokenTypeIdx as number
  token.image = image
}

function checkEscapes(source: SourceText, token: Token, diagnostics: Diagnostic[]): void {
  const wrong = /\\(?!["\\])./u
  const [written] = wrong.exec(token.image.replace(/\\["\\]/g, '  ')) ?? []
  if (written === undefined) return
  const meant = token.image.replace(/\\(["\\])|\\/g, (found, escaped) => (escaped ? found : '\\\\'))
  const span = { source, start: token.startOffset, end: token.endOffset + 1 }
  diagnostics.push(report(unknownEscape, span, { written, meant }))
}
