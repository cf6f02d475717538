/** A value that something is compared with: right of `=`, in a list, as a case, in data. */
import { fold } from '@merit-lang/runtime'
import * as problem from '../diagnostics/check/index.ts'
import type { Related } from '../diagnostics/diagnostic.ts'
import type * as Ast from '../syntax/ast.ts'
import { textOf } from '../syntax/source.ts'
import { sayIfAmbiguous } from './ambiguous.ts'
import { type Checking, say, suggest } from './checking.ts'
import { unwrap } from './clues.ts'
import { withoutQuotes } from './dates.ts'
import { typeOf } from './expressions.ts'
import type { AttributeSymbol, PropertySymbol, Type } from './model.ts'
import * as types from './types.ts'

/** What is compared: an expression, or an attribute or property where none is written. */
export type Subject = Ast.Expr | AttributeSymbol | PropertySymbol

function nameOfSubject(subject: Subject): string {
  return isSymbol(subject) ? subject.name : textOf(subject.span)
}

function isSymbol(subject: Subject): subject is AttributeSymbol | PropertySymbol {
  return subject.kind === 'attribute' || subject.kind === 'property'
}

export function checkOperand(cx: Checking, expr: Ast.Expr, subject: Subject, against: Type): void {
  const meaning = expr.kind === 'name' ? cx.meanings.get(expr) : undefined
  if (expr.kind === 'name' && meaning?.kind === 'symbol') checkSymbol(cx, expr, meaning.value, subject, against)
  else if (meaning?.kind === 'list') checkListValues(cx, expr, subject, against)
  else if (expr.kind === 'text') checkText(cx, expr, subject, against)
  else {
    const type = typeOf(cx, expr)
    if (!types.comparable(against, type)) sayIncomparable(cx, expr, subject, against, type)
  }
}

/** A bare name: one of the values, in the spelling of their declaration. */
function checkSymbol(cx: Checking, expr: Ast.NameExpr, value: string, subject: Subject, against: Type): void {
  cx.types.set(expr, against)
  if (sayIfAmbiguous(cx, expr, value, against)) cx.types.set(expr, types.broken)
  else if (against.kind === 'enum' || against.kind === 'list') {
    const known = checkValue(cx, expr, value, subject, against.values)
    cx.meanings.set(expr, { kind: 'symbol', value: known ?? value })
  } else if (against.kind === 'text') {
    say(cx, problem.textNeedsQuotes, expr.span, { name: value }, declared(cx, subject))
  } else if (against.kind !== 'broken') sayNotComparable(cx, expr, subject, against, 'a value')
}

function checkText(cx: Checking, expr: Ast.TextLit, subject: Subject, against: Type): void {
  cx.types.set(expr, types.text)
  if (against.kind === 'enum' || against.kind === 'list') checkValue(cx, expr, expr.value, subject, against.values)
  else if (!types.comparable(against, types.text)) sayIncomparable(cx, expr, subject, against, types.text)
}

/** Of a declared list: the value as it is declared. Anything where no list is declared. */
function checkValue(
  cx: Checking,
  expr: Ast.Expr,
  value: string,
  subject: Subject,
  values: readonly string[] | undefined,
): string | undefined {
  const known = values ? spellings(values).get(fold(value)) : value
  if (known === undefined) {
    const suggestion = suggest(cx, value, values ?? [])
    const params = { value, of: nameOfSubject(subject), values: values ?? [], suggestion }
    say(cx, problem.unknownValue, expr.span, params, declared(cx, subject))
  }
  return known
}

const spelled = new WeakMap<readonly string[], ReadonlyMap<string, string>>()

/** From folded to declared spelling. */
function spellings(values: readonly string[]): ReadonlyMap<string, string> {
  const known = spelled.get(values) ?? new Map(values.map(value => [fold(value), value]))
  spelled.set(values, known)
  return known
}

/** The values of a named list; those that a subject with declared values cannot have do no harm, since lists are shared. */
export function checkListValues(cx: Checking, expr: Ast.Expr, subject: Subject, against: Type): void {
  const meaning = expr.kind === 'name' ? cx.meanings.get(expr) : undefined
  if (meaning?.kind !== 'list' || typeOf(cx, expr).kind === 'broken' || against.kind === 'broken') return
  const numeric = meaning.values.find(value => typeof value === 'number') !== undefined
  const textual = meaning.values.find(value => typeof value === 'string') !== undefined
  if ((numeric && against.kind !== 'number') || (textual && !types.isTextual(against) && against.kind !== 'list')) {
    sayNotComparable(cx, expr, subject, against, numeric ? 'a list of numbers' : 'a list of texts')
  }
}

export function sayIncomparable(cx: Checking, expr: Ast.Expr, subject: Subject, against: Type, type: Type): void {
  if (against.kind === 'broken' || type.kind === 'broken') return
  sayNotComparable(cx, expr, subject, against, types.nounOf(type))
}

function sayNotComparable(cx: Checking, expr: Ast.Expr, subject: Subject, against: Type, noun: string): void {
  const suggestion = converted(unwrap(expr), against)
  const written = textOf(expr.span)
  const params = {
    left: nameOfSubject(subject),
    leftNoun: types.nounOf(against),
    right: written,
    rightNoun: noun,
    suggestion,
  }
  say(cx, problem.incomparable, expr.span, params, declared(cx, subject))
}

const yes = new Set(['yes', 'true', 'y', 'on', '1'])
const no = new Set(['no', 'false', 'n', 'off', '0'])

/** The same value as the other side would have it, where that is plain. */
function converted(expr: Ast.Expr, { kind }: Type): string | undefined {
  const word = expr.kind === 'text' ? expr.value : textOf(expr.span)
  if (kind === 'boolean') return yes.has(word.toLowerCase()) ? 'true' : no.has(word.toLowerCase()) ? 'false' : undefined
  if (kind === 'text' || kind === 'enum')
    return expr.kind === 'number' || expr.kind === 'boolean' ? `"${word}"` : undefined
  if (expr.kind !== 'text') return undefined
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(word) ? word : undefined
  return kind === 'date' ? withoutQuotes(word) : undefined
}

/** Where the type of the subject comes from. */
function declared(cx: Checking, subject: Subject): Related[] {
  const symbol = isSymbol(subject) ? subject : symbolOf(cx, unwrap(subject))
  if (!symbol) return []
  const message = symbol.declared ? `\`${symbol.name}\` is declared here` : `\`${symbol.name}\` is first used here`
  return [{ span: symbol.span, message }]
}

function symbolOf(cx: Checking, expr: Ast.Expr): AttributeSymbol | PropertySymbol | undefined {
  const meaning = expr.kind === 'name' ? cx.meanings.get(expr) : undefined
  if (meaning?.kind === 'attribute') return meaning
  return meaning?.kind === 'eventProperty' ? cx.clues.properties.get(meaning as { type: unknown })?.[0] : undefined
}
