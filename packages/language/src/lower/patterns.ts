/** Event patterns: which events a name, its conditions and its windows leave. */
import type { EventSet, Expr } from '@merit-lang/runtime'
import type { EventSymbol, Meaning, Type } from '../check/model.ts'
import { isLoneValue, primaryOf } from '../check/patterns.ts'
import type * as Ast from '../syntax/ast.ts'
import { every, some } from '../words/kernel.ts'
import { attributeExpr, eventsSet, type Scope } from './context.ts'
import { constantOf, lowerExpr, lowerMeaning } from './expressions.ts'
import { compare, foldedIfText, operand } from './operands.ts'
import { elementsOf, inList } from './tests.ts'

/** With what resets and windows leave of it. */
export function lowerPattern(pattern: Ast.Pattern, scope: Scope): EventSet {
  return pattern.windows.reduce(
    (set, window) => lowerWindow(set, window, scope),
    afterResets(lowerBare(pattern, scope), scope),
  )
}

/** The whole history. */
export function lowerBare(pattern: Ast.Pattern, scope: Scope): EventSet {
  const set = lowerSource(pattern.name, scope)
  if (!pattern.args || pattern.args.length === 0) return set
  return { op: 'filter', set, where: every(...pattern.args.map(arg => lowerArgument(arg, pattern.name, scope))) }
}

function afterResets(set: EventSet, { resets }: Scope): EventSet {
  return resets.reduce((left, { last }): EventSet => ({ op: 'since', set: left, last }), set)
}

export function lowerWindow(set: EventSet, window: Ast.Window, scope: Scope): EventSet {
  switch (window.kind) {
    case 'within':
      return { op: 'window', set, below: constantOf(window.duration, scope) }
    case 'older':
      return { op: 'window', set, atLeast: constantOf(window.duration, scope) }
    case 'sinceLast':
      return { op: 'since', set, last: lowerPattern(window.pattern, scope) }
  }
}

function lowerSource(name: Ast.Ident, scope: Scope): EventSet {
  const meaning = scope.program.model.meanings.get(name)
  if (meaning?.kind === 'event') return eventsSet(meaning, scope)
  if (meaning?.kind === 'attribute') return { op: 'moment', of: attributeExpr(meaning, scope) }
  return scope.program.derived.get(name.text) ?? { op: 'events', types: [] }
}

function lowerArgument(arg: Ast.Expr, name: Ast.Ident, scope: Scope): Expr {
  if (!isLoneValue(scope.program.model.meanings, arg)) return lowerExpr(arg, scope)
  return some(
    ...primaryProperties(scope.program.model.meanings.get(name)).map(property => primaryTest(property, arg, scope)),
  )
}

function primaryTest({ name, type }: { name: string; type?: Type }, arg: Ast.Expr, scope: Scope): Expr {
  const value = { expr: foldedIfText({ op: 'property', name }, type) }
  return elementsOf(arg, scope) ? inList(value, arg, scope) : compare('=', value, operand(arg, scope))
}

/** An event has one; a derived event those of all types that it may hold. */
function primaryProperties(meaning: Meaning | undefined): readonly { name: string; type?: Type }[] {
  if (meaning?.kind === 'event') return [primaryOfEvent(meaning)]
  if (meaning?.kind !== 'derived') return []
  const primaries = meaning.types.map(primaryOfEvent)
  return primaries.filter(({ name }, i) => primaries.findIndex(other => other.name === name) === i)
}

/** `subject` where no rule reads any property. */
export function primaryOfEvent(event: EventSymbol): { name: string; type?: Type } {
  return primaryOf(event) ?? { name: 'subject', type: { kind: 'text' } }
}

/** `per asset`, `per day`. */
export function lowerPer(per: Ast.Ident, scope: Scope): Expr {
  const meaning = scope.program.model.meanings.get(per)
  if (!meaning) return { op: 'property', name: per.text }
  const value = lowerMeaning(meaning, scope)
  return meaning.kind === 'eventProperty' ? foldedIfText(value, meaning.type) : value
}
