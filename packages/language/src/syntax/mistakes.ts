/**
 * What went wrong where the grammar could not go on, in the user's words. Each recogniser knows one kind of mistake; the
 * first that recognises it speaks, and the last always does. A statement about which something was already said keeps
 * quiet, because one mistake often causes the next.
 */
import { EOF, type IRecognitionException } from 'chevrotain'
import { type Diagnostic, type DiagnosticRecord, report } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/suggest.ts'
import { addWithoutNumber } from '../diagnostics/syntax/add-without-number.ts'
import { capitalisedKeyword } from '../diagnostics/syntax/capitalised-keyword.ts'
import { chainedComparison } from '../diagnostics/syntax/chained-comparison.ts'
import { colonForEquals } from '../diagnostics/syntax/colon-for-equals.ts'
import { equalsForColon } from '../diagnostics/syntax/equals-for-colon.ts'
import { eventWithoutTime } from '../diagnostics/syntax/event-without-time.ts'
import { expectedSomething } from '../diagnostics/syntax/expected-something.ts'
import { insteadOfAdd } from '../diagnostics/syntax/instead-of-add.ts'
import { keywordAsName } from '../diagnostics/syntax/keyword-as-name.ts'
import { listInParentheses } from '../diagnostics/syntax/list-in-parentheses.ts'
import { missingAt } from '../diagnostics/syntax/missing-at.ts'
import { missingComma } from '../diagnostics/syntax/missing-comma.ts'
import { missingCondition } from '../diagnostics/syntax/missing-condition.ts'
import { missingPoints } from '../diagnostics/syntax/missing-points.ts'
import { missingValue } from '../diagnostics/syntax/missing-value.ts'
import { pointsAfterNumber } from '../diagnostics/syntax/points-after-number.ts'
import { statementInBlock } from '../diagnostics/syntax/statement-in-block.ts'
import { unfinishedStatement } from '../diagnostics/syntax/unfinished-statement.ts'
import { unknownStatement } from '../diagnostics/syntax/unknown-statement.ts'
import { unknownWord } from '../diagnostics/syntax/unknown-word.ts'
import { endsValue } from './classify.ts'
import { nothingMore, whatIsExpected } from './expected.ts'
import { keywordOf, keywords } from './keywords.ts'
import type { SourceText, Span } from './source.ts'
import { isStart, Keywords, keywordIn, Name, NumberToken, Percent, Signs, type Token } from './tokens.ts'

/** A place where the grammar could not go on. */
interface Stuck {
  readonly source: SourceText
  readonly tokens: readonly Token[]
  /** Of the token that did not fit; past the end at the end of the file. */
  readonly index: number
  readonly token: Token
  /** The first on the line that the mistake is in. */
  readonly lineStart: Token | undefined
  readonly previous: Token | undefined
  readonly next: Token | undefined
  /** The rules of the grammar at hand, outermost first. */
  readonly rules: readonly string[]
  readonly rule: string
  /** The one kind of token that would have fitted, if there was only one. */
  readonly expected: string | undefined
  /** Nothing stands where something should: the line or the file ends. */
  readonly missing: boolean
}

type Recogniser = (at: Stuck) => Diagnostic | undefined

export function describeMistakes(
  source: SourceText,
  tokens: readonly Token[],
  errors: readonly IRecognitionException[],
  swallowed: ReadonlySet<unknown>,
): Diagnostic[] {
  if (errors.length === 0) return []
  const indexes = new Map(tokens.map((token, i) => [token, i]))
  const places = errors.map(error => stuckAt(source, tokens, error, indexes))
  return places
    .map((at, i) => {
      const first = swallowed.has(at.lineStart) ? at.lineStart : undefined
      return first && places[i + 1]?.lineStart !== first ? unfinished(at, first) : describe(at)
    })
    .filter((_, i) => !swallowed.has(places[i]?.lineStart) || places[i + 1]?.lineStart !== places[i]?.lineStart)
}

function stuckAt(
  source: SourceText,
  tokens: readonly Token[],
  error: IRecognitionException,
  indexes: ReadonlyMap<Token, number>,
): Stuck {
  const token = error.token as Token
  const index = indexes.get(token) ?? tokens.length
  const rules = error.context.ruleStack
  const isMadeUp = token.tokenType !== EOF && token.image === ''
  const missing = token.tokenType === EOF || isMadeUp || isStart(token)
  return {
    source,
    tokens,
    index,
    token,
    lineStart: tokens[startOfLine(tokens, missing ? index - 1 : index)],
    previous: tokens[index - 1],
    next: tokens[index + 1],
    rules,
    rule: rules.at(-1) as string,
    expected: error.name === 'MismatchedTokenException' ? error.message : undefined,
    missing,
  }
}

function startOfLine(tokens: readonly Token[], from: number): number {
  let i = Math.min(from, tokens.length - 1)
  while (i > 0 && !tokens[i]?.firstOnLine) i--
  return i
}

function describe(at: Stuck): Diagnostic {
  for (const recognise of recognisers) {
    const found = recognise(at)
    if (found) return found
  }
  return somethingExpected(at)
}

// ---------------------------------------------------------------- places

function spanOf(at: Stuck, token: Token): Span {
  return { source: at.source, start: token.startOffset, end: token.endOffset + 1 }
}

/** Where the previous token ends. */
function gap(at: Stuck): Span {
  const end = at.previous ? at.previous.endOffset + 1 : 0
  return { source: at.source, start: end, end }
}

const place = (at: Stuck) => (at.missing ? gap(at) : spanOf(at, at.token))
const inRule = (at: Stuck, ...rules: string[]) => rules.includes(at.rule)
const after = (at: Stuck) => at.previous?.image || at.tokens[at.index - 2]?.image || ''

function say<P>(at: Stuck, record: DiagnosticRecord<P>, params: P): Diagnostic<P> {
  return report(record, place(at), params)
}

// ---------------------------------------------------------------- recognisers

const startWords = keywords.filter(keyword => keyword.role !== 'word').map(keyword => keyword.word)
const entries = ['statement', 'item', 'testLine']
const rows = ['field', 'dataField', 'byRow', 'firstRow', 'gradeRow']
const comparisons: ReadonlySet<unknown> = new Set([
  Signs.Equal,
  Signs.NotEqual,
  Signs.Less,
  Signs.LessEqual,
  Signs.Greater,
  Signs.GreaterEqual,
])

const blocks: Readonly<Record<string, string>> = { item: 'a score or group', testLine: 'a test' }

/** `segment …` in a score. */
function misplacedStatement(at: Stuck): Diagnostic | undefined {
  const block = blocks[at.rule]
  const role = keywordIn(at.token)?.role
  if (!block || !role || role === 'word') return undefined
  return report(statementInBlock, spanOf(at, at.token), { word: at.token.image, block })
}

/** The line begins with a word that is nearly a keyword, wherever the grammar stumbled over it. */
function misspeltStart(at: Stuck): Diagnostic | undefined {
  const first = at.lineStart
  if (!first || first.tokenType !== Name || first.image.startsWith('`') || at.rules.some(rule => rows.includes(rule))) {
    return undefined
  }
  const lower = first.image.toLowerCase()
  const span = spanOf(at, first)
  if (keywordOf(lower) && lower !== first.image) {
    return report(capitalisedKeyword, span, { written: first.image, meant: lower })
  }
  const suggestion = nearest(first.image, startWords)
  if (first === at.token && entries.includes(at.rule)) return unknownStart(at, first, suggestion)
  return suggestion && first.image.length > 1
    ? report(unknownStatement, span, { word: first.image, suggestion })
    : undefined
}

/** Words of other languages for what a statement is. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['if', 'when'],
  ['whenever', 'when'],
  ['var', 'let'],
  ['const', 'let'],
  ['set', 'let'],
  ['def', 'let'],
  ['stage', 'qualify'],
  ['assert', 'expect'],
])

function unknownStart(at: Stuck, word: Token, suggestion: string | undefined): Diagnostic {
  const isCondition =
    at.next !== undefined && (comparisons.has(at.next.tokenType) || keywordIn(at.next)?.word === 'add')
  const instead = synonyms.get(word.image) ?? (isCondition ? `when ${word.image}` : suggestion)
  return report(unknownStatement, spanOf(at, word), { word: word.image, suggestion: instead })
}

/** `{ whem a add 5 }`, all on one line. */
function misspeltEntry(at: Stuck): Diagnostic | undefined {
  if (!entries.includes(at.rule) || at.token.tokenType !== Name || at.previous?.tokenType !== Signs.LBrace)
    return undefined
  return unknownStart(at, at.token, nearest(at.token.image, startWords))
}

const ruleWords = [
  'decay',
  'cooldown',
  'within',
  'once',
  'first',
  'cap',
  'floor',
  'weight',
  'since',
  'older',
  'times',
  'add',
  'subtract',
]

/** `add 5 decey 30d`. */
function misspeltModifier(at: Stuck): Diagnostic | undefined {
  if (!entries.includes(at.rule) || at.token.tokenType !== Name) return undefined
  return say(at, unknownWord, { word: at.token.image, suggestion: nearest(at.token.image, ruleWords) })
}

/** `a AND b`, `customer ADD 5`, anywhere in the statement. */
function capitalised(at: Stuck): Diagnostic | undefined {
  for (let i = Math.min(at.index, at.tokens.length - 1); i > 0; i--) {
    const token = at.tokens[i] as Token
    const meant = token.image.toLowerCase()
    const isWord = token.tokenType === Name && meant !== token.image && keywordOf(meant) !== undefined
    if (isWord && endsValue(at.tokens[i - 1]))
      return report(capitalisedKeyword, spanOf(at, token), { written: token.image, meant })
    if (i < at.index && isStart(token)) return undefined
  }
  return undefined
}

/** `add 5 points`. */
function pointsAfter(at: Stuck): Diagnostic | undefined {
  const isWord = /^(?:points?|pts)$/i.test(at.token.image)
  return entries.includes(at.rule) && isWord ? say(at, pointsAfterNumber, { word: at.token.image }) : undefined
}

const addWords = /^(?:then|give|gives|gets|plus|minus|adds|award|\+|-|=|->|=>|\d.*)$/

/** `when x then add 5`, `when x + 5`, `when x 5`. */
function notAdd(at: Stuck): Diagnostic | undefined {
  if (!inRule(at, 'action') || at.expected || at.missing || !addWords.test(at.token.image)) return undefined
  if (comparisons.has(at.token.tokenType)) return undefined
  return say(at, insteadOfAdd, { written: at.token.image })
}

/** `10 < x < 20`. */
function secondComparison(at: Stuck): Diagnostic | undefined {
  if (!comparisons.has(at.token.tokenType)) return undefined
  for (let i = at.index - 1; i >= 0; i--) {
    const token = at.tokens[i] as Token
    if (comparisons.has(token.tokenType)) return say(at, chainedComparison, { sign: at.token.image })
    if (token.firstOnLine || token.tokenType === Keywords.And || token.tokenType === Keywords.Or) return undefined
  }
  return undefined
}

function missingAction(at: Stuck): Diagnostic | undefined {
  if (!inRule(at, 'action') || at.expected || !at.missing) return undefined
  return misspeltAction(at) ?? say(at, missingPoints, { after: after(at) })
}

/** `when x give 5`, `when x ad 5`, `when x + 5`: the word before the number was taken for a part of the condition. */
function misspeltAction(at: Stuck): Diagnostic | undefined {
  const word = at.tokens[at.index - 2]
  const number = at.previous?.tokenType
  if (!word || (number !== NumberToken && number !== Percent)) return undefined
  if (addWords.test(word.image) && isUncompared(at))
    return report(insteadOfAdd, spanOf(at, word), { written: word.image })
  const suggestion = word.tokenType === Name ? nearest(word.image, ['add', 'subtract']) : undefined
  if (suggestion === undefined) return undefined
  return report(unknownWord, spanOf(at, word), { word: word.image, suggestion })
}

function isUncompared(at: Stuck): boolean {
  for (let i = at.index - 1; i >= 0; i--) {
    const token = at.tokens[i] as Token
    if (comparisons.has(token.tokenType)) return false
    if (isStart(token)) return true
  }
  return true
}

/** `qualify 70`, `A 80`. */
function atMissing(at: Stuck): Diagnostic | undefined {
  const number = [at.token, at.next].find(token => token?.tokenType === NumberToken)
  if (!inRule(at, 'qualify', 'gradeRow') || at.expected || !number || keywordIn(at.token)) return undefined
  return report(missingAt, spanOf(at, number), { number: number.image })
}

/** A statement took the next one's first words for its own. */
function unfinished(at: Stuck, next: Token): Diagnostic {
  const index = at.tokens.indexOf(next)
  const begin = at.tokens.slice(0, index).findLast(isStart)
  const end = (at.tokens[index - 1]?.endOffset ?? -1) + 1
  return report(unfinishedStatement, { source: at.source, start: end, end }, { word: begin?.image ?? '' })
}

function missingAmount(at: Stuck): Diagnostic | undefined {
  const word = at.previous?.image
  if (!at.rules.includes('amount') || (word !== 'add' && word !== 'subtract')) return undefined
  return at.missing || keywordIn(at.token) ? report(addWithoutNumber, gap(at), { word }) : undefined
}

const actions = new Set(['add', 'subtract', 'multiply', 'reset', 'when', 'else'])

/** A word of the language where a name or value stands: `segment test when …`, `when event = …`. */
function nameIsKeyword(at: Stuck): Diagnostic | undefined {
  const canBeName = at.expected === 'Name' || inRule(at, 'primary', 'quantity', 'qualify', 'field')
  if (!canBeName || !keywordIn(at.token) || at.missing || actions.has(at.token.image)) return undefined
  const fits = at.expected === 'Name' || !at.next || continuesName(at.next)
  return fits ? say(at, keywordAsName, { word: at.token.image }) : undefined
}

const afterNames: ReadonlySet<unknown> = new Set([
  ...comparisons,
  Keywords.In,
  Keywords.Is,
  Keywords.And,
  Keywords.Or,
  Keywords.Add,
  Keywords.Subtract,
  Keywords.At,
  Name,
])
const continuesName = (token: Token) => afterNames.has(token.tokenType)

const conditionWords = new Set(['when', 'never', 'always', 'and', 'or', 'not', 'expect'])

function conditionMissing(at: Stuck): Diagnostic | undefined {
  const word = at.previous?.image ?? ''
  const gone = at.missing || keywordIn(at.token) !== undefined || at.token.tokenType === Signs.LBrace
  const wanted = inRule(at, 'comparison', 'primary', 'conjunction', 'expectLine')
  return gone && wanted && conditionWords.has(word) ? report(missingCondition, gap(at), { after: word }) : undefined
}

const valueRules = ['primary', 'quantity', 'literal', 'element', 'membership', 'range', 'bound', 'comparison']
const valueWords = new Set([
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '+',
  '-',
  '*',
  '/',
  'in',
  'before',
  'after',
  'within',
  'than',
  'of',
  'by',
])

function valueMissing(at: Stuck): Diagnostic | undefined {
  const word = at.previous?.image ?? ''
  const gone = at.missing || keywordIn(at.token) !== undefined || /^[)\]}{,]$/.test(at.token.image)
  return gone && inRule(at, ...valueRules) && valueWords.has(word)
    ? report(missingValue, gap(at), { after: word })
    : undefined
}

/** `lead { a = text }`. */
function colonWanted(at: Stuck): Diagnostic | undefined {
  const wanted = at.expected === 'Colon' || inRule(at, 'field', 'dataField') || at.rules.includes('dataArguments')
  return wanted && at.token.tokenType === Signs.Equal ? say(at, equalsForColon, {}) : undefined
}

/** `let x: 5`, `when country: DE`. */
function equalsWanted(at: Stuck): Diagnostic | undefined {
  const wanted =
    at.expected === 'Equal' || inRule(at, 'action', 'score', 'grade', 'parenthesis', 'arguments', ...entries)
  return wanted && at.token.tokenType === Signs.Colon ? say(at, colonForEquals, {}) : undefined
}

/** `[DE AT]`. */
function commaMissing(at: Stuck): Diagnostic | undefined {
  if (!inRule(at, 'list') || at.missing || at.expected !== 'RBracket') return undefined
  return say(at, missingComma, { after: after(at) })
}

/** `in (DE, AT)`. */
function roundList(at: Stuck): Diagnostic | undefined {
  if (!inRule(at, 'parenthesis') || at.token.tokenType !== Signs.Comma) return undefined
  const open = at.tokens.slice(0, at.index).findLast(token => token.tokenType === Signs.LParen)
  const close = at.tokens.find((token, i) => i > at.index && token.tokenType === Signs.RParen)
  if (!open || !close) return undefined
  const span = { source: at.source, start: open.startOffset, end: close.endOffset + 1 }
  return report(listInParentheses, span, { inner: at.source.text.slice(span.start + 1, span.end - 1) })
}

function timeMissing(at: Stuck): Diagnostic | undefined {
  if (!inRule(at, 'eventLine') || at.expected || !at.missing) return undefined
  const name = at.tokens.slice(0, at.index).findLast((_, i, before) => before[i - 1]?.tokenType === Keywords.Event)
  return say(at, eventWithoutTime, { event: name?.image ?? '' })
}

const recognisers: readonly Recogniser[] = [
  misplacedStatement,
  pointsAfter,
  misspeltEntry,
  misspeltStart,
  misspeltModifier,
  colonWanted,
  equalsWanted,
  secondComparison,
  commaMissing,
  capitalised,
  missingAmount,
  notAdd,
  missingAction,
  roundList,
  timeMissing,
  atMissing,
  nameIsKeyword,
  conditionMissing,
  valueMissing,
]

function somethingExpected(at: Stuck): Diagnostic {
  return say(at, expectedSomething, {
    expected: isRest(at) ? nothingMore : whatIsExpected(at.rule, at.expected),
    found: at.missing ? undefined : at.token.image,
    after: after(at) || undefined,
  })
}

/** Something stands on the line behind a rule that is whole. */
function isRest(at: Stuck): boolean {
  return entries.includes(at.rule) && !at.token.firstOnLine && at.previous?.tokenType !== Signs.LBrace
}

// ---------------------------------------------------------------- one mistake, one error

/** Without those of a later pass in a statement about which an earlier pass has spoken. */
export function firstPerStatement(tokens: readonly Token[], passes: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  const starts = tokens.filter(isStart).map(token => token.startOffset)
  const spoken = new Set<number>()
  return passes.flatMap(pass => {
    const kept = pass.filter(diagnostic => !spoken.has(statementAt(starts, diagnostic.span.start)))
    for (const diagnostic of kept) spoken.add(statementAt(starts, diagnostic.span.start))
    return kept
  })
}

/** The index of the statement around an offset. */
function statementAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
