/** Lists, `let`, segments and derived events, each after those that it is built on. */
import { fold } from '@merit-lang/runtime'
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { textOf } from '../syntax/source.ts'
import { type Checking, say } from './checking.ts'
import { constantOf } from './constants.ts'
import { checkCondition, checkCount, checkDuration, typeOf } from './expressions.ts'
import { valueName } from './fields.ts'
import { literalNumber } from './literals.ts'
import type { Meaning } from './model.ts'
import type { Definition, Derived, Event, LetName, List, Named } from './names.ts'
import { type Ordered, topological } from './order.ts'
import { checkPattern } from './patterns.ts'
import { carriersOf, derivationsOf, patternsOf } from './resolve-forms.ts'
import { resolveEventName } from './resolve-patterns.ts'
import * as types from './types.ts'

/** Everything that is built on other names, in order. Cycles are reported, and taken as they come. */
export function orderDefinitions(cx: Checking): readonly Definition[] {
  const all: Definition[] = [...cx.names.derived.values(), ...cx.names.named.values()]
  const { order, cycles } = topological(all, symbol => cx.uses.get(symbol) ?? [])
  for (const cycle of cycles) sayCycle(cx, cycle)
  return order
}

function sayCycle(cx: Checking, cycle: Ordered<Definition>['cycles'][number]): void {
  const [first, ...rest] = cycle
  if (!first?.span) return
  const path = [...cycle, first].map(({ name }) => name)
  const related = rest.flatMap(({ name, span }) => (span ? [{ span, message: `through \`${name}\`` }] : []))
  say(cx, problem.cycle, first.span, { path }, related)
}

/** Looks up which events each derived event may be: needed before anything is said about their properties. */
export function settleDerived(cx: Checking): void {
  const derivations = derivationsOf(cx)
  for (const { derivation } of derivations) {
    for (const { name } of patternsOf(derivation)) resolveEventName(cx, name)
  }
  const symbols = derivations.map(({ symbol }) => symbol)
  const { order } = topological(
    symbols,
    symbol => carriers(cx, symbol).filter(meaning => meaning.kind === 'derived') as Derived[],
  )
  for (const symbol of order) symbol.types = typesOf(cx, symbol)
}

function carriers(cx: Checking, { declaration: { derivation } }: Derived): Meaning[] {
  const patterns = derivation ? carriersOf(derivation) : []
  return patterns.flatMap(({ name }) => cx.meanings.get(name) ?? [])
}

function typesOf(cx: Checking, symbol: Derived): Event[] {
  const found = carriers(cx, symbol).flatMap(meaning => {
    if (meaning.kind === 'event') return [meaning as Event]
    return meaning.kind === 'derived' ? (meaning.types as Event[]) : []
  })
  return [...new Set(found)]
}

const checks = {
  list: checkList,
  let: checkLet,
  segment: (cx, { declaration }) => checkCondition(cx, declaration.condition),
  derived: checkDerived,
} satisfies { [K in Definition['kind']]?: (cx: Checking, symbol: Extract<Definition, { kind: K }>) => void }

export function checkDefinitions(cx: Checking, order: readonly Definition[]): void {
  for (const symbol of order) {
    const check = checks[symbol.kind as keyof typeof checks] as ((cx: Checking, symbol: Definition) => void) | undefined
    check?.(cx, symbol)
  }
}

function checkList(cx: Checking, symbol: List): void {
  if (symbol.declaration?.list.kind !== 'list') return
  cx.types.set(symbol.declaration.list, types.list)
  const values = symbol.declaration.list.elements.flatMap(element => elementValues(cx, element))
  const first = values[0]
  const odd = values.find(({ value }) => typeof value !== typeof first?.value)
  if (odd) say(cx, problem.mixedList, odd.element.span, { name: symbol.name, value: textOf(odd.element.span) })
  symbol.values = odd ? [] : distinct(values.map(({ value }) => value))
}

function distinct(values: readonly (string | number)[]): (string | number)[] {
  const seen = new Map(values.map(value => [typeof value === 'string' ? fold(value) : value, value] as const).reverse())
  return [...seen.values()].reverse()
}

interface Value {
  readonly value: string | number
  readonly element: Ast.Expr
}

/** Of a list in a list all its values. */
function elementValues(cx: Checking, element: Ast.Expr): Value[] {
  const meaning = element.kind === 'name' ? cx.meanings.get(element) : undefined
  if (meaning?.kind === 'list') {
    cx.types.set(element, types.list)
    return meaning.values.map(value => ({ value, element }))
  }
  const value = meaning?.kind === 'let' ? letValue(cx, meaning) : (literalNumber(element) ?? valueName(element))
  if (value === undefined && element.kind !== 'hole') {
    say(cx, problem.notAValue, element.span, { written: textOf(element.span) })
  }
  if (element.kind === 'name' && meaning?.kind === 'symbol') cx.types.set(element, types.symbol)
  else typeOf(cx, element)
  return value === undefined ? [] : [{ value, element }]
}

function letValue(cx: Checking, symbol: Extract<Named, { kind: 'let' }>): string | number | undefined {
  const { value } = symbol.declaration
  return value.kind === 'text' ? value.value : cx.constants.get(symbol)
}

function checkLet(cx: Checking, symbol: LetName): void {
  const { value } = symbol.declaration
  symbol.type = typeOf(cx, value)
  const constant = symbol.type.kind === 'number' || symbol.type.kind === 'duration' ? constantOf(cx, value) : undefined
  if (constant !== undefined) cx.constants.set(symbol, constant)
  if (symbol.type.kind === 'boolean') {
    const { span } = symbol.declaration
    say(cx, problem.letCondition, value.span, { name: symbol.name, written: textOf(value.span), declaration: span })
    symbol.type = types.broken
  }
}

function checkDerived(cx: Checking, { declaration: { derivation }, name }: Derived): void {
  if (!derivation) return
  for (const pattern of patternsOf(derivation)) {
    checkPattern(cx, pattern)
    for (const window of pattern.windows) {
      const per = derivation.kind === 'nth' && window.kind === 'within' && derivation.per.text
      say(cx, problem.windowInDerived, window.span, { event: name, window: textOf(window.span), ...(per && { per }) })
    }
  }
  if (derivation.kind === 'reach' || derivation.kind === 'nth') checkCount(cx, derivation.count, '')
  if (derivation.kind === 'then' || derivation.kind === 'reach') checkDuration(cx, derivation.within)
}
