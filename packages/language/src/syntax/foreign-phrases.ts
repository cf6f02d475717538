/**
 * Several tokens in a row that are another language's spelling of something: reported once and read as what was meant, so that
 * nothing after them goes wrong for their sake. Here every word is still a name.
 */

import type { TokenType } from 'chevrotain'
import { type Diagnostic, report } from '../diagnostics/diagnostic.ts'
import { commentSign } from '../diagnostics/syntax/comment-sign.ts'
import { foreignSign } from '../diagnostics/syntax/foreign-sign.ts'
import { nameNeedsBackticks } from '../diagnostics/syntax/name-needs-backticks.ts'
import { numberComma } from '../diagnostics/syntax/number-comma.ts'
import { rangeSpelling } from '../diagnostics/syntax/range-spelling.ts'
import { unitApart as unitApartFromNumber } from '../diagnostics/syntax/unit-apart.ts'
import { beforeNames, type Found, isAfterValue, isPlainName, type Place, spanOf, touches } from './foreign.ts'
import { choiceType, cutOffSign, hyphenatedName, listWithoutBrackets, moreThan, plusSign } from './foreign-parts.ts'
import { retype } from './lex.ts'
import type { SourceText } from './source.ts'
import { Duration, Name, NumberToken, QuotedName, Signs, type Token } from './tokens.ts'

const recognisers: readonly ((at: Place) => Found | undefined)[] = [
  foreignComment,
  foreignRange,
  foreignCase,
  wordsForSign,
  lastTime,
  unitApart,
  spacedName,
  hyphenatedName,
  choiceType,
  listWithoutBrackets,
  cutOffSign,
  plusSign,
  moreThan,
  commaInNumber,
]

export function readForeignPhrases(source: SourceText, tokens: readonly Token[], diagnostics: Diagnostic[]): Token[] {
  const kept: Token[] = []
  let depth = 0
  const blocks = blocksFollowed()
  for (let index = 0; index < tokens.length; ) {
    const found = first({ source, tokens, index, depth, inRecord: blocks.inside() })
    if (!found) blocks.pass(tokens, index)
    if (found?.diagnostic) diagnostics.push(found.diagnostic)
    if (!found) depth = Math.max(0, depth + depthOf(tokens[index] as Token))
    for (const token of found?.tokens ?? [tokens[index] as Token]) kept.push(token)
    index += found?.taken ?? 1
  }
  return kept
}

function first(at: Place): Found | undefined {
  for (const recognise of recognisers) {
    const found = recognise(at)
    if (found) return found
  }
  return undefined
}

interface Blocks {
  /** Whether the next token stands in braces that are not a test's. */
  inside(): boolean
  pass(tokens: readonly Token[], index: number): void
}

function blocksFollowed(): Blocks {
  let braces = 0
  let inTest = false
  return {
    inside: () => !inTest && braces > 0,
    pass(tokens, index) {
      const type = tokens[index]?.tokenType
      if (type === Signs.LBrace && braces++ === 0) inTest = tokens[index - 2]?.image === 'test'
      if (type === Signs.RBrace) braces = Math.max(0, braces - 1)
    },
  }
}

const openers: ReadonlySet<unknown> = new Set([Signs.LParen, Signs.LBracket])
const closers: ReadonlySet<unknown> = new Set([Signs.RParen, Signs.RBracket])

/** A declaration or rule on a new line has left whatever bracket was never closed. */
function depthOf(token: Token): number {
  if (token.firstOnLine && (token.image === 'when' || token.image === 'on')) return -Infinity
  return openers.has(token.tokenType) ? 1 : closers.has(token.tokenType) ? -1 : 0
}

/** `// …`, `-- …` and `/* …` at the beginning of a line. */
function foreignComment({ source, tokens, index }: Place): Found | undefined {
  const [one, two] = [tokens[index] as Token, tokens[index + 1]]
  if (!one.firstOnLine || !two || two.firstOnLine || !touches(one, two)) return undefined
  const written = one.image + two.image
  if (written !== '//' && written !== '--' && written !== '/*') return undefined
  const end = index + 1 + tokens.slice(index + 1).findIndex(token => token.firstOnLine)
  const taken = (end > index ? end : tokens.length) - index
  return { tokens: [], taken, diagnostic: report(commentSign, spanOf(source, one, two), { written }) }
}

/** `points by employees { 10-49: 5 }`. */
function foreignCase({ source, tokens, index, depth }: Place): Found | undefined {
  if (depth > 0 || tokens[index]?.tokenType !== NumberToken) return undefined
  const [low, sign, high, colon] = tokens.slice(index, index + 4)
  if (!low || sign?.tokenType !== Signs.Minus) return undefined
  if (high?.tokenType !== NumberToken || colon?.tokenType !== Signs.Colon) return undefined
  const span = spanOf(source, low, high)
  const params = { low: low.image, high: high.image, written: source.text.slice(span.start, span.end), inTable: true }
  retype(sign, Signs.DotDot, '..')
  return { tokens: [low, sign, high], taken: 3, diagnostic: report(rangeSpelling, span, params) }
}

/** Comparisons in words, each also after `is`. */
const signsInWords: readonly (readonly [words: readonly string[], meant: string, type: TokenType])[] = [
  [['greater', 'than', 'or', 'equal', 'to'], '>=', Signs.GreaterEqual],
  [['less', 'than', 'or', 'equal', 'to'], '<=', Signs.LessEqual],
  [['greater', 'than'], '>', Signs.Greater],
  [['more', 'than'], '>', Signs.Greater],
  [['less', 'than'], '<', Signs.Less],
  [['not', 'equal', 'to'], '!=', Signs.NotEqual],
  [['equal', 'to'], '=', Signs.Equal],
  [['one', 'of'], 'in', Name],
  [['any', 'of'], 'in', Name],
  [['in'], 'in', Name],
]

/** `within last 30d`, `in the last 30 days`. */
function lastTime({ source, tokens, index }: Place): Found | undefined {
  const word = tokens[index]
  if (word?.image !== 'in' && word?.image !== 'within') return undefined
  const the = tokens[index + 1]?.image === 'the' ? 1 : 0
  const [last, amount] = tokens.slice(index + 1 + the, index + 3 + the)
  if (last?.image !== 'last') return undefined
  if (amount?.tokenType !== Duration && amount?.tokenType !== NumberToken) return undefined
  const span = spanOf(source, word, last)
  const written = source.text.slice(span.start, span.end)
  retype(word, Name, 'within')
  return {
    tokens: [word],
    taken: 2 + the,
    diagnostic: report(foreignSign, span, { written, meant: 'within' }),
  }
}

/** `employees is greater than 5`, `country is one of [DE, AT]`. */
function wordsForSign({ source, tokens, index }: Place): Found | undefined {
  if (tokens[index]?.tokenType !== Name || !isAfterValue(tokens, index)) return undefined
  const is = tokens[index]?.image === 'is' ? 1 : 0
  for (const [words, meant, type] of signsInWords) {
    // Alone, `in` is what it should be, and `any of` belongs to `contains`.
    if (is === 0 && (words[0] === 'in' || words[0] === 'any')) continue
    if (!words.every((word, i) => tokens[index + is + i]?.image === word)) continue
    const taken = is + words.length
    const last = tokens[index + taken - 1] as Token
    if (meant === 'in' && tokens[index + taken]?.tokenType !== Signs.LBracket) return undefined
    const span = spanOf(source, tokens[index] as Token, last)
    const written = source.text.slice(span.start, span.end)
    retype(last, type, meant)
    return { tokens: [last], taken, diagnostic: report(foreignSign, span, { written, meant }) }
  }
  return undefined
}

/** Before a number of things, where a word of time may be an event. */
const counting = new Set(['least', 'most', 'exactly', 'from', 'or', 'then', 'except', 'first'])
/** What it is short for; without, it is said where units are checked. */
const unitWords: ReadonlyMap<string, string | undefined> = new Map([
  ['seconds', 's'],
  ['minutes', 'min'],
  ['hours', 'h'],
  ['days', 'd'],
  ['weeks', 'w'],
  ['month', undefined],
  ['months', undefined],
  ['year', undefined],
  ['years', undefined],
])

/** `30 days`. */
function unitApart({ source, tokens, index }: Place): Found | undefined {
  const [number, word] = [tokens[index], tokens[index + 1]]
  if (number?.tokenType !== NumberToken || word?.tokenType !== Name || !unitWords.has(word.image)) return undefined
  if (word.firstOnLine || counting.has(tokens[index - 1]?.image ?? '')) return undefined
  const unit = unitWords.get(word.image)
  const span = spanOf(source, number, word)
  const meant = `${number.image}${unit ?? word.image}`
  retype(number, Duration, meant)
  number.endOffset = word.endOffset
  const diagnostic = unit ? report(unitApartFromNumber, span, { meant }) : undefined
  return { tokens: [number], taken: 2, diagnostic }
}

const comparisonSigns: ReadonlySet<unknown> = new Set([
  Signs.Equal,
  Signs.NotEqual,
  Signs.Less,
  Signs.LessEqual,
  Signs.Greater,
  Signs.GreaterEqual,
])

/** `when Lead Source = "web"`. */
function spacedName({ source, tokens, index }: Place): Found | undefined {
  if (!comparisonSigns.has(tokens[index + 2]?.tokenType)) return undefined
  const [one, two] = [tokens[index], tokens[index + 1]]
  if (!one || !two || two.firstOnLine) return undefined
  if (!beforeNames.has(tokens[index - 1]?.image ?? '') || [one, two].some(token => !isPlainName(token)))
    return undefined
  const span = spanOf(source, one, two)
  const name = source.text.slice(span.start, span.end)
  retype(one, QuotedName, `\`${name}\``)
  one.endOffset = two.endOffset
  return { tokens: [one], taken: 2, diagnostic: report(nameNeedsBackticks, span, { name }) }
}

/** `between 10 and 50`, `in 10-50`, `in 10 to 50`. */
function foreignRange({ source, tokens, index }: Place): Found | undefined {
  const is = tokens[index]?.image === 'is' && tokens[index + 1]?.image === 'between' ? 1 : 0
  if (tokens[index + is + 1]?.tokenType !== NumberToken) return undefined
  const [word, low, sign, high] = tokens.slice(index + is, index + is + 4)
  if (!word || !low || !sign || high?.tokenType !== NumberToken) return undefined
  const between = word.image === 'between' && isAfterValue(tokens, index)
  const isRange = between ? sign.image === 'and' : word.image === 'in' && isUpTo(sign)
  const next = tokens[index + is + 4]?.tokenType
  if (!isRange || next === Signs.DotDot || next === Signs.HalfOpen) return undefined
  const span = spanOf(source, tokens[index] as Token, high)
  const written = source.text.slice(span.start, span.end)
  const params = { low: low.image, high: high.image, written, inTable: false }
  retype(word, Name, 'in')
  retype(sign, Signs.DotDot, '..')
  return {
    tokens: [word, low, sign, high],
    taken: is + 4,
    diagnostic: report(rangeSpelling, span, params),
  }
}

const isUpTo = (sign: Token) => sign.tokenType === Signs.Minus || sign.image === 'to' || sign.image === 'bis'

/** `10,5` and `1,000`, where no list is open and no entry begins behind the comma. */
function commaInNumber({ source, tokens, index, depth }: Place): Found | undefined {
  const number = tokens[index] as Token
  if (depth > 0 || number.tokenType !== NumberToken) return undefined
  let last = index
  while (groupFollows(tokens, last)) last += 2
  const next = tokens[last + 1]?.tokenType
  if (last === index || next === Signs.DotDot || next === Signs.HalfOpen || next === Signs.Colon) return undefined
  const span = spanOf(source, number, tokens[last] as Token)
  const meant = readings(source.text.slice(span.start, span.end))
  retype(number, NumberToken, meant[0])
  number.endOffset = span.end - 1
  return { tokens: [number], taken: last + 1 - index, diagnostic: report(numberComma, span, { meant }) }
}

function groupFollows(tokens: readonly Token[], index: number): boolean {
  const [number, comma, group] = tokens.slice(index, index + 3)
  if (!number || comma?.tokenType !== Signs.Comma || group?.tokenType !== NumberToken) return false
  return touches(number, comma) && touches(comma, group)
}

/** What it may mean, the likelier first: three digits behind a comma are thousands, or thousandths. */
function readings(written: string): readonly [string, ...string[]] {
  const parts = written.split(',')
  const thousands = parts
    .slice(1)
    .every((part, i) => /^\d{3}(\.\d+)?$/.test(part) && (i > 0 || !parts[0]?.includes('.')))
  const decimal = `${(parts[0] as string).replaceAll('.', '')}.${parts[1]}`
  if (!thousands) return [decimal.split('.').slice(0, 2).join('.')]
  const whole = parts.join('_')
  return parts.length === 2 && !whole.includes('.') ? [whole, decimal] : [whole]
}
