/** Recognisers of parts that are missing, superfluous, or joined by the wrong sign. */
import { type Diagnostic, report } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/suggest.ts'
import { addWithoutNumber } from '../diagnostics/syntax/add-without-number.ts'
import { colonForEquals } from '../diagnostics/syntax/colon-for-equals.ts'
import { equalsForColon } from '../diagnostics/syntax/equals-for-colon.ts'
import { eventWithoutTime } from '../diagnostics/syntax/event-without-time.ts'
import { insteadOfAdd } from '../diagnostics/syntax/instead-of-add.ts'
import { listInParentheses } from '../diagnostics/syntax/list-in-parentheses.ts'
import { missingAt } from '../diagnostics/syntax/missing-at.ts'
import { missingComma } from '../diagnostics/syntax/missing-comma.ts'
import { missingCondition } from '../diagnostics/syntax/missing-condition.ts'
import { missingPoints } from '../diagnostics/syntax/missing-points.ts'
import { missingValue } from '../diagnostics/syntax/missing-value.ts'
import { nameNeedsBackticks } from '../diagnostics/syntax/name-needs-backticks.ts'
import { pointsAfterNumber } from '../diagnostics/syntax/points-after-number.ts'
import { unknownWord } from '../diagnostics/syntax/unknown-word.ts'
import { after, comparisons, entries, gap, inRule, lastBefore, type Stuck, say, spanOf } from './stuck.ts'
import { isStart, Keywords, keywordIn, Name, NumberToken, Percent, Signs, Text, type Token } from './tokens.ts'

/** `add 5 points`. */
export function pointsAfter(at: Stuck): Diagnostic | undefined {
  const isWord = /^(?:points?|pts)$/i.test(at.token.image)
  return entries.includes(at.rule) && isWord ? say(at, pointsAfterNumber, { word: at.token.image }) : undefined
}

const addWords = /^(?:then|give|gives|gets|plus|minus|adds|award|\+|-|=|->|=>|\d.*)$/

/** `when x then add 5`, `when x + 5`, `when x 5`. */
export function notAdd(at: Stuck): Diagnostic | undefined {
  if (!inRule(at, 'action') || at.expected || at.missing || !addWords.test(at.token.image)) return undefined
  if (comparisons.has(at.token.tokenType)) return undefined
  return say(at, insteadOfAdd, { written: at.token.image })
}

export function missingAction(at: Stuck): Diagnostic | undefined {
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
export function atMissing(at: Stuck): Diagnostic | undefined {
  const number = [at.token, at.next].find(token => token?.tokenType === NumberToken)
  if (!inRule(at, 'qualify', 'gradeRow') || at.expected || !number || keywordIn(at.token)) return undefined
  return report(missingAt, spanOf(at, number), { number: number.image })
}

export function missingAmount(at: Stuck): Diagnostic | undefined {
  const word = at.previous?.image
  if (!at.rules.includes('amount') || (word !== 'add' && word !== 'subtract')) return undefined
  return at.missing || keywordIn(at.token) ? report(addWithoutNumber, gap(at), { word }) : undefined
}

const conditionWords = new Set(['when', 'never', 'always', 'and', 'or', 'not', 'expect'])

export function conditionMissing(at: Stuck): Diagnostic | undefined {
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

export function valueMissing(at: Stuck): Diagnostic | undefined {
  const word = at.previous?.image ?? ''
  const gone = at.missing || keywordIn(at.token) !== undefined || /^[)\]}{,]$/.test(at.token.image)
  return gone && inRule(at, ...valueRules) && valueWords.has(word)
    ? report(missingValue, gap(at), { after: word })
    : undefined
}

/** `lead { a = text }`. */
export function colonWanted(at: Stuck): Diagnostic | undefined {
  const wanted = at.expected === 'Colon' || inRule(at, 'field', 'dataField') || at.rules.includes('dataArguments')
  return wanted && at.token.tokenType === Signs.Equal ? say(at, equalsForColon, {}) : undefined
}

const tables = ['byRow', 'firstRow', 'gradeRow']

/** `lead { "Lead Source": text }`. */
export function nameInQuotes(at: Stuck): Diagnostic | undefined {
  // Behind a type the text may have been taken for the begin of a range.
  const name =
    at.token.tokenType === Signs.Colon ? at.previous : at.next?.tokenType === Signs.Colon ? at.token : undefined
  if (name?.tokenType !== Text || inRule(at, ...tables)) return undefined
  return report(nameNeedsBackticks, spanOf(at, name), { name: name.image.slice(1, -1) })
}

/** `let x: 5`, `when country: DE`. */
export function equalsWanted(at: Stuck): Diagnostic | undefined {
  const wanted =
    at.expected === 'Equal' || inRule(at, 'action', 'score', 'grade', 'parenthesis', 'arguments', ...entries)
  return wanted && at.token.tokenType === Signs.Colon ? say(at, colonForEquals, {}) : undefined
}

/** `[DE AT]`. */
export function commaMissing(at: Stuck): Diagnostic | undefined {
  if (!inRule(at, 'list') || at.missing || at.expected !== 'RBracket') return undefined
  return say(at, missingComma, { after: after(at) })
}

/** `in (DE, AT)`. */
export function roundList(at: Stuck): Diagnostic | undefined {
  if (!inRule(at, 'parenthesis') || at.token.tokenType !== Signs.Comma) return undefined
  const open = at.tokens[lastBefore(at.tokens, at.index, token => token.tokenType === Signs.LParen)]
  const close = firstAfter(at.tokens, at.index, Signs.RParen)
  if (!open || !close) return undefined
  const span = { source: at.source, start: open.startOffset, end: close.endOffset + 1 }
  return report(listInParentheses, span, { inner: at.source.text.slice(span.start + 1, span.end - 1) })
}

function firstAfter(tokens: readonly Token[], index: number, type: unknown): Token | undefined {
  let i = index + 1
  while (i < tokens.length && tokens[i]?.tokenType !== type) i++
  return tokens[i]
}

/** `event visit`, and nothing more. */
export function timeMissing(at: Stuck): Diagnostic | undefined {
  if (!inRule(at, 'eventLine') || at.expected || !at.missing) return undefined
  const name = at.tokens[lastBefore(at.tokens, at.index, token => token.tokenType === Keywords.Event) + 1]
  return say(at, eventWithoutTime, { event: name?.image ?? '' })
}
