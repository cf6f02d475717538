/** Other languages' spellings of comments, comparisons, times, ranges and numbers. */
import type { TokenType } from 'chevrotain'
import { report } from '../diagnostics/diagnostic.ts'
import { commentSign } from '../diagnostics/syntax/comment-sign.ts'
import { foreignSign } from '../diagnostics/syntax/foreign-sign.ts'
import { nameNeedsBackticks } from '../diagnostics/syntax/name-needs-backticks.ts'
import { numberComma } from '../diagnostics/syntax/number-comma.ts'
import { rangeSpelling } from '../diagnostics/syntax/range-spelling.ts'
import { unitApart as unitApartFromNumber } from '../diagnostics/syntax/unit-apart.ts'
import { beforeNames, type Found, isAfterValue, isPlainName, type Place, spanOf, touches } from './foreign.ts'
import { retype } from './lex.ts'
import { Duration, Name, NumberToken, QuotedName, Signs, type Token } from './tokens.ts'

/** `// …`, `-- …` and `/* …` at the beginning of a line. */
export function foreignComment({ source, tokens, index }: Place): Found | undefined {
  const one = tokens[index] as Token
  const two = tokens[index + 1]
  if (!one.firstOnLine || !two || two.firstOnLine || !touches(one, two)) return undefined
  const written = one.image + two.image
  if (written !== '//' && written !== '--' && written !== '/*') return undefined
  const end = index + 1 + tokens.slice(index + 1).findIndex(token => token.firstOnLine)
  const taken = (end > index ? end : tokens.length) - index
  return { tokens: [], taken, diagnostic: report(commentSign, spanOf(source, one, two), { written }) }
}

/** `points by employees { 10-49: 5 }`. */
export function foreignCase({ source, tokens, index, depth }: Place): Found | undefined {
  const sign = tokens[index + 1]
  if (depth > 0 || sign?.tokenType !== Signs.Minus) return undefined
  const [low, , high, colon] = tokens.slice(index, index + 4)
  if (low?.tokenType !== NumberToken) return undefined
  if (high?.tokenType !== NumberToken || colon?.tokenType !== Signs.Colon) return undefined
  const span = spanOf(source, low, high)
  const params = { low: low.image, high: high.image, written: source.text.slice(span.start, span.end), inTable: true }
  retype(sign, Signs.DotDot, '..')
  return { tokens: [low, sign, high], taken: 3, diagnostic: report(rangeSpelling, span, params) }
}

/** Comparisons in words, each also after `is`. */
export const signsInWords: readonly (readonly [
  words: readonly [string, ...string[]],
  meant: string,
  type: TokenType,
])[] = [
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
export function lastTime({ source, tokens, index }: Place): Found | undefined {
  const word = tokens[index]
  const next = tokens[index + 1]?.image
  if (!word || (next !== 'the' && next !== 'last')) return undefined
  const the = next === 'the' ? 1 : 0
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
export function wordsForSign({ source, tokens, index }: Place): Found | undefined {
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
export function unitApart({ source, tokens, index }: Place): Found | undefined {
  const number = tokens[index] as Token
  const word = tokens[index + 1]
  if (number.tokenType !== NumberToken || word?.tokenType !== Name || !unitWords.has(word.image)) return undefined
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
export function spacedName({ source, tokens, index }: Place): Found | undefined {
  if (!comparisonSigns.has(tokens[index + 2]?.tokenType)) return undefined
  const one = tokens[index] as Token
  const two = tokens[index + 1]
  if (!two || two.firstOnLine) return undefined
  if (!beforeNames.has(tokens[index - 1]?.image ?? '') || [one, two].some(token => !isPlainName(token)))
    return undefined
  const span = spanOf(source, one, two)
  const name = source.text.slice(span.start, span.end)
  retype(one, QuotedName, `\`${name}\``)
  one.endOffset = two.endOffset
  return { tokens: [one], taken: 2, diagnostic: report(nameNeedsBackticks, span, { name }) }
}

/** `between 10 and 50`, `in 10-50`, `in 10 to 50`. */
export function foreignRange({ source, tokens, index }: Place): Found | undefined {
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
export function commaInNumber({ source, tokens, index, depth }: Place): Found | undefined {
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
  const comma = tokens[index + 1]
  const group = tokens[index + 2]
  if (comma?.tokenType !== Signs.Comma || group?.tokenType !== NumberToken) return false
  return touches(tokens[index] as Token, comma) && touches(comma, group)
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
