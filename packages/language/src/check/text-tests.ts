/** `contains`, `starts with` and their kin: looked up by their words, on text or on a list. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { spanning, textOf } from '../syntax/source.ts'
import { type FoundTextOperator, findTextOperator, textPhrases } from '../words/lookup.ts'
import { type Checking, say, suggest } from './checking.ts'
import { checkElements } from './comparisons.ts'
import { typeOf } from './expressions.ts'
import type { Type } from './model.ts'
import { checkListValues, checkOperand } from './operands.ts'
import * as types from './types.ts'

export function typeOfWordTest(cx: Checking, expr: Ast.WordTest): Type {
  const type = typeOf(cx, expr.value)
  const found = findTextOperator(
    cx.vocabulary,
    expr.words.map(word => word.text),
  )
  if (!found) sayUnknownOperator(cx, expr)
  else if (type.kind === 'list' && found.operator.lowerList) checkOperands(cx, expr, found, type)
  else if (type.kind === 'text') checkOperands(cx, expr, found, types.text)
  else if (type.kind !== 'broken') sayNotText(cx, expr, found, type)
  return types.boolean
}

/** Other tools' names of the tests. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['includes', 'contains'],
  ['include', 'contains'],
  ['has', 'contains'],
  ['has any', 'contains any of'],
  ['has all', 'contains all of'],
  ['includes any of', 'contains any of'],
  ['is any of', 'in'],
  ['equals', '='],
  ['equal', '='],
  ['eq', '='],
  ['begins with', 'starts with'],
  ['begins', 'starts with'],
  ['startswith', 'starts with'],
  ['starts', 'starts with'],
  ['endswith', 'ends with'],
  ['ends', 'ends with'],
  ['regex', 'matches'],
  ['ilike', 'like'],
])

function sayUnknownOperator(cx: Checking, { words, operand }: Ast.WordTest): void {
  const phrases = textPhrases(cx.vocabulary)
  const written = words.map(word => word.text).join(' ')
  const [first, last] = [words[0], words.at(-1)]
  const span = first && last ? spanning(first.span, last.span) : operand.span
  const suggestion = synonyms.get(written.toLowerCase()) ?? suggest(cx, written, phrases)
  say(cx, problem.unknownTextTest, span, { written, suggestion, phrases })
}

function sayNotText(cx: Checking, expr: Ast.WordTest, { many }: FoundTextOperator, type: Type): void {
  const [value, operand] = [textOf(expr.value.span), textOf(expr.operand.span)]
  const operator = expr.words.map(word => word.text).join(' ')
  const sign = many === 'one' ? (expr.negated ? '!=' : '=') : expr.negated ? 'not in' : 'in'
  const fix = type.kind === 'enum' && many !== 'all' ? `${value} ${sign} ${operand}` : undefined
  const params = { value, operator, noun: types.nounOf(type), choice: type.kind === 'enum', fix }
  say(cx, problem.notText, expr.span, params)
}

function checkOperands(cx: Checking, expr: Ast.WordTest, found: FoundTextOperator, against: Type): void {
  const { operand, value } = expr
  const isList = operand.kind === 'list' || (operand.kind === 'name' && cx.meanings.get(operand)?.kind === 'list')
  if (found.many === 'one' && isList) sayNeedsAny(cx, expr, found)
  else if (operand.kind === 'list') checkElements(cx, operand, value, against)
  else if (isList) checkListValues(cx, operand, value, against)
  else checkOperand(cx, operand, value, against)
  if (found.operator.operand === 'pattern' && (found.many !== 'one' || !isList))
    checkWrittenPatterns(cx, operand, found)
}

function sayNeedsAny(cx: Checking, { words, operand }: Ast.WordTest, { operator }: FoundTextOperator): void {
  const phrase = operator.anyPhrase.join(' ')
  const [first, last] = [words[0], words.at(-1)]
  const span = first && last ? spanning(first.span, last.span) : operand.span
  say(cx, problem.needsAnyOf, span, { operator: operator.phrase.join(' '), phrase, list: textOf(operand.span) })
}

/** Patterns are compiled with the model, so they stand in it as text. */
function checkWrittenPatterns(cx: Checking, operand: Ast.Expr, { operator }: FoundTextOperator): void {
  for (const pattern of operand.kind === 'list' ? operand.elements : [operand]) {
    if (typeOf(cx, pattern).kind === 'broken') continue
    if (pattern.kind !== 'text') {
      say(cx, problem.patternNotWritten, pattern.span, {
        operator: operator.phrase.join(' '),
        written: textOf(pattern.span),
      })
      continue
    }
    const reason = operator.problem?.(pattern.value)
    if (reason) say(cx, problem.badPattern, pattern.span, { operator: operator.phrase.join(' '), reason })
  }
}
