/** Event patterns: conditions on properties, lone values against the primary property, windows. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import type { Span } from '../syntax/source.ts'
import { textOf } from '../syntax/source.ts'
import { type Checking, say } from './checking.ts'
import { unwrap } from './clues.ts'
import { checkCondition, checkDuration, typeOf } from './expressions.ts'
import type { CheckedModel, Meaning, PropertySymbol } from './model.ts'
import { checkOperand } from './operands.ts'

/** Values by themselves; names by what they stand for. */
export function isLoneValue(meanings: CheckedModel['meanings'], arg: Ast.Expr): boolean {
  const value = unwrap(arg)
  if (value.kind === 'name') return ['symbol', 'let', 'list'].includes(meanings.get(value)?.kind ?? '')
  if (value.kind === 'unary') return value.operator === '-'
  return ['text', 'number', 'percent', 'date', 'boolean'].includes(value.kind)
}

/** The property that a lone value in a pattern is compared with; nothing for a date attribute. */
export function primaryOf(meaning: Meaning | undefined): PropertySymbol | undefined {
  if (meaning?.kind === 'derived') return meaning.types[0] && primaryOf(meaning.types[0])
  const properties = meaning?.kind === 'event' ? meaning.properties : []
  return properties.find(({ declared }) => declared) ?? properties.find(({ name }) => name === 'subject')
}

export function checkPattern(cx: Checking, pattern: Ast.Pattern): void {
  const primary = primaryOf(cx.meanings.get(pattern.name))
  for (const arg of pattern.args ?? []) checkArg(cx, arg, primary)
  checkWindows(cx, pattern.windows)
}

function checkArg(cx: Checking, arg: Ast.Expr, primary: PropertySymbol | undefined): void {
  const value = unwrap(arg)
  if (!isLoneValue(cx.meanings, arg)) checkCondition(cx, arg)
  else if (primary) checkOperand(cx, value, primary, primary.type)
  if (value !== arg) cx.types.set(arg, typeOf(cx, value))
}

/** At most one window of each kind. */
export function checkWindows(cx: Checking, windows: readonly Ast.Window[]): void {
  const seen = new Map<string, Span>()
  for (const window of windows) {
    const before = seen.get(window.kind)
    if (before) sayTwice(cx, window.span, before)
    else seen.set(window.kind, window.span)
    if (window.kind === 'sinceLast') checkPattern(cx, window.pattern)
    else checkDuration(cx, window.duration)
  }
}

const windowNames = { within: 'within', older: 'older than', sinceLast: 'since last' } satisfies {
  [K in Ast.Window['kind']]: string
}

export function nameOfWindow({ kind }: Ast.Window): string {
  return windowNames[kind]
}

export function sayTwice(cx: Checking, span: Span, before: Span): void {
  const related = [{ span: before, message: 'said here already' }]
  say(cx, problem.modifierTwice, span, { written: textOf(span), before: textOf(before) }, related)
}
