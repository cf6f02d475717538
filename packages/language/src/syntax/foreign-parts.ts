/** Other languages' spellings of lists, choices, cut-offs and amounts. */
import { createTokenInstance, type TokenType } from 'chevrotain'
import { type Diagnostic, report } from '../diagnostics/diagnostic.ts'
import { choiceWithoutOneOf } from '../diagnostics/syntax/choice-without-one-of.ts'
import { foreignSign } from '../diagnostics/syntax/foreign-sign.ts'
import { listInParentheses } from '../diagnostics/syntax/list-in-parentheses.ts'
import { nameNeedsBackticks } from '../diagnostics/syntax/name-needs-backticks.ts'
import { endsValue } from './classify.ts'
import { beforeNames, type Found, isAfterValue, isPlainName, type Place, spanOf, touches } from './foreign.ts'
import { keywordOf } from './keywords.ts'
import { retype } from './lex.ts'
import { Name, NumberToken, QuotedName, Signs, Text, type Token } from './tokens.ts'

/** A token that nobody wrote, right behind another. */
function madeUp(behind: Token, type: TokenType, image: string): Token {
  const token = createTokenInstance(type, image, behind.endOffset + 1, behind.endOffset, -1, -1, -1, -1) as Token
  token.firstOnLine = false
  return token
}

// ---------------------------------------------------------------- lists and choices

/** How many elements a list may have that is looked for without its brackets. */
const longestList = 200
export const elementTypes: ReadonlySet<TokenType> = new Set([Name, QuotedName, Text, NumberToken])

/** The elements from `index` on, with commas between: where they end; `index` itself if there are none. */
function endOfElements(tokens: readonly Token[], index: number): number {
  let end = index
  while (end - index < 2 * longestList && elementTypes.has(tokens[end]?.tokenType as TokenType)) {
    if (tokens[end + 1]?.tokenType !== Signs.Comma) return end + 1
    end += 2
  }
  return index
}

export const choiceWords = new Set(['enum', 'choice', 'select', 'picklist', 'dropdown', 'oneof', 'one_of', 'any', 'in'])

/** `country: [DE, AT]`, `country: enum [DE, AT]`, where a type stands. */
export function choiceType({ source, tokens, index, depth, inRecord }: Place): Found | undefined {
  const colon = tokens[index - 1]
  if (depth > 0 || !inRecord || colon?.tokenType !== Signs.Colon) return undefined
  const word = choiceWords.has(tokens[index]?.image ?? '') ? 1 : 0
  const open = tokens[index + word]
  if (open?.tokenType !== Signs.LBracket && (word === 0 || open?.tokenType !== Signs.LParen)) return undefined
  const end = endOfElements(tokens, index + word + 1)
  const close = tokens[end]
  if (!close || !closes(open, close)) return undefined
  const span = spanOf(source, tokens[index] as Token, close)
  const inner = source.text.slice(open.endOffset + 1, close.startOffset)
  const oneOf = [madeUp(colon, Name, 'one'), madeUp(colon, Name, 'of')]
  return {
    tokens: [...oneOf, ...bracketed(tokens.slice(index + word, end + 1))],
    taken: end + 1 - index,
    diagnostic: report(choiceWithoutOneOf, span, { inner }),
  }
}

const closes = (open: Token, close: Token) =>
  (open.tokenType === Signs.LBracket && close.tokenType === Signs.RBracket) ||
  (open.tokenType === Signs.LParen && close.tokenType === Signs.RParen) ||
  (open.tokenType === Signs.LBrace && close.tokenType === Signs.RBrace)

/** The first and the last, whatever brackets they are, as those of a list. */
function bracketed(tokens: readonly Token[]): readonly Token[] {
  retype(tokens[0] as Token, Signs.LBracket, '[')
  retype(tokens.at(-1) as Token, Signs.RBracket, ']')
  return tokens
}

/** `one of (DE, AT)`, `in {DE, AT}`, `in DE, AT add 5`. */
export function listWithoutBrackets(at: Place): Found | undefined {
  const { tokens, index } = at
  const before = tokens[index - 1]
  const open = tokens[index]
  const ofChoice = before?.image === 'of' && tokens[index - 2]?.image === 'one' && tokens[index - 3]?.image === ':'
  const among =
    before?.image === 'in' && isAfterValue(tokens, tokens[index - 2]?.image === 'not' ? index - 2 : index - 1)
  if (!open || (!ofChoice && !among)) return undefined
  if (open.tokenType === Signs.LBrace || (ofChoice && open.tokenType === Signs.LParen)) return otherBrackets(at, open)
  return among && at.depth === 0 ? bareList(at, before as Token) : undefined
}

function otherBrackets({ source, tokens, index }: Place, open: Token): Found | undefined {
  const end = endOfElements(tokens, index + 1)
  const close = tokens[end]
  if (!close || !closes(open, close)) return undefined
  const inner = source.text.slice(open.endOffset + 1, close.startOffset)
  const diagnostic = report(listInParentheses, spanOf(source, open, close), { inner })
  return { tokens: bracketed(tokens.slice(index, end + 1)), taken: end + 1 - index, diagnostic }
}

const afterCondition = new Set(['add', 'subtract', 'points', 'multiply', 'and', 'or'])

/** In a grade a comma parts the rows, so that only words of a rule show that it is a list. */
function bareList({ source, tokens, index }: Place, before: Token): Found | undefined {
  const end = endOfElements(tokens, index)
  const elements = tokens.slice(index, end)
  const last = elements.at(-1)
  if (!last || elements.length < 3 || !afterCondition.has(tokens[end]?.image ?? '')) return undefined
  const span = spanOf(source, elements[0] as Token, last)
  const diagnostic = report(listInParentheses, span, { inner: source.text.slice(span.start, span.end) })
  const list = [madeUp(before, Signs.LBracket, '['), ...elements, madeUp(last, Signs.RBracket, ']')]
  return { tokens: list, taken: elements.length, diagnostic }
}

// ---------------------------------------------------------------- cut-offs and amounts

/** How far back the opening brace of a grade is looked for. */
const mostRows = 120
const labelTypes: ReadonlySet<unknown> = new Set([Name, QuotedName, Text, NumberToken])

/** `grade band from fit { A >= 80 … }`. */
export function cutOffSign({ source, tokens, index, depth }: Place): Found | undefined {
  const label = tokens[index - 1]
  const sign = tokens[index]
  if (depth > 0 || !sign || (sign.tokenType !== Signs.GreaterEqual && sign.tokenType !== Signs.Greater))
    return undefined
  if (tokens[index + 1]?.tokenType !== NumberToken || !label || !labelTypes.has(label.tokenType)) return undefined
  const before = tokens[index - 2]
  const beginsRow =
    (label.firstOnLine && isAfterValue(tokens, index - 1)) ||
    [Signs.LBrace, Signs.Comma, NumberToken].includes(before?.tokenType as TokenType)
  if (!beginsRow || !inGrade(tokens, index)) return undefined
  const diagnostic = report(foreignSign, spanOf(source, sign, sign), { written: sign.image, meant: 'at' })
  retype(sign, Name, 'at')
  return { tokens: [sign], taken: 1, diagnostic }
}

function inGrade(tokens: readonly Token[], index: number): boolean {
  let open = index
  while (open > index - mostRows && open >= 0 && tokens[open]?.tokenType !== Signs.LBrace) {
    if (tokens[open]?.tokenType === Signs.RBrace) return false
    open--
  }
  return (
    tokens[open - 2]?.image === 'grade' || (tokens[open - 2]?.image === 'from' && tokens[open - 4]?.image === 'grade')
  )
}

/** `add +10`. */
export function plusSign({ source, tokens, index }: Place): Found | undefined {
  const [add, plus, number] = [tokens[index - 1], tokens[index], tokens[index + 1]]
  if (plus?.tokenType !== Signs.Plus || number?.tokenType !== NumberToken || add?.image !== 'add') return undefined
  const before = tokens[index - 2]
  if (!endsValue(before) || beforeNames.has(before?.image ?? '')) return undefined
  const diagnostic = report(foreignSign, spanOf(source, plus, number), {
    written: source.text.slice(plus.startOffset, number.endOffset + 1),
    meant: number.image,
  })
  return { tokens: [], taken: 1, diagnostic }
}

export const counts: ReadonlyMap<string, { readonly word: string; readonly by: number }> = new Map([
  ['more', { word: 'least', by: 1 }],
  ['fewer', { word: 'most', by: -1 }],
  ['less', { word: 'most', by: -1 }],
])

/** `when more than 3 page_view`. */
export function moreThan({ source, tokens, index }: Place): Found | undefined {
  const [more, than, number, event] = tokens.slice(index, index + 4)
  const count = counts.get(more?.image ?? '')
  if (!count || !more || than?.image !== 'than' || !beforeNames.has(tokens[index - 1]?.image ?? '')) return undefined
  if (number?.tokenType !== NumberToken || event?.tokenType !== Name || !/^\d{1,9}$/.test(number.image))
    return undefined
  const meant = Number(number.image) + count.by
  if (meant < 0) return undefined
  const span = spanOf(source, more, number)
  const written = source.text.slice(span.start, span.end)
  const diagnostic = report(foreignSign, span, { written, meant: `at ${count.word} ${meant}` })
  retype(more, Name, 'at')
  retype(than, Name, count.word)
  retype(number, NumberToken, String(meant))
  return { tokens: [more, than, number], taken: 3, diagnostic }
}

// ---------------------------------------------------------------- names

/** `when lead-source = web`: no difference of two numbers, since one is a word of the language or the value is none. */
export function hyphenatedName({ source, tokens, index }: Place): Found | undefined {
  if (tokens[index + 1]?.tokenType !== Signs.Minus) return undefined
  const [one, minus, two, sign, value] = tokens.slice(index, index + 5)
  if (one?.tokenType !== Name || !minus || two?.tokenType !== Name) return undefined
  if (!touches(one, minus) || !touches(minus, two) || !beforeNames.has(tokens[index - 1]?.image ?? '')) return undefined
  const equality = sign?.tokenType === Signs.Equal || sign?.tokenType === Signs.NotEqual
  const ofText = equality && value !== undefined && (value.tokenType === Text || isPlainName(value))
  if (!ofText && keywordOf(one.image) === undefined && keywordOf(two.image) === undefined) return undefined
  const name = `${one.image}-${two.image}`
  const diagnostic: Diagnostic = report(nameNeedsBackticks, spanOf(source, one, two), { name })
  retype(one, QuotedName, `\`${name}\``)
  one.endOffset = two.endOffset
  return { tokens: [one], taken: 3, diagnostic }
}
