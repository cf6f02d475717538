/** Values with names: of which attribute, property or grade a value is one that stands beside it, or in a list that does. */
import type { AttributeSymbol, EventSymbol, LetSymbol, ListSymbol, PropertySymbol } from '@merit-lang/language'
import { type Ast, primaryOf, type Span } from '@merit-lang/language'
import { fold } from '@merit-lang/runtime'
import type { Entity } from './entities.ts'
import { type Events, entity, eventsOf, type Search, use } from './search.ts'
import { visit } from './visit.ts'

/** What has values with names. */
export interface Owner {
  readonly entity: Entity
  /** Absent where none are declared: any name is one. */
  readonly values?: readonly string[]
}

export function valueEntity(cx: Search, { entity: owner, values }: Owner, value: string): Entity {
  const declared = values && spellings(values).get(fold(value))
  return entity(cx, owner.kind === 'grade' ? 'label' : 'value', declared ?? value, owner)
}

const spelled = new WeakMap<readonly string[], ReadonlyMap<string, string>>()

/** From folded to declared spelling. */
function spellings(values: readonly string[]): ReadonlyMap<string, string> {
  const known = spelled.get(values) ?? new Map(values.map(value => [fold(value), value]))
  spelled.set(values, known)
  return known
}

export function attributeOwner(cx: Search, { name, type }: AttributeSymbol): readonly Owner[] {
  const values = valuesOf(type)
  return values ? [{ entity: entity(cx, 'attribute', name), ...values }] : []
}

function valuesOf(type: AttributeSymbol['type']): { readonly values?: readonly string[] } | undefined {
  return type.kind === 'enum' || type.kind === 'list' ? { values: type.values } : undefined
}

export function propertyOwner(cx: Search, event: EventSymbol, { name, type }: PropertySymbol): readonly Owner[] {
  const values = valuesOf(type)
  return values ? [{ entity: entity(cx, 'property', name, entity(cx, 'event', event.name)), ...values }] : []
}

/** Of the properties that a value alone in a pattern is compared with. */
export function primaryOwners(cx: Search, events: Events): readonly Owner[] {
  return events.flatMap(event => {
    const primary = primaryOf(event)
    return primary ? propertyOwner(cx, event, primary) : []
  })
}

export function propertyOwners(cx: Search, events: Events, name: string): readonly Owner[] {
  return events.flatMap(event =>
    event.properties.filter(one => one.name === name).flatMap(one => propertyOwner(cx, event, one)),
  )
}

/** What the values beside an expression are values of. */
export function ownersOf(
  cx: Search,
  expr: Ast.Expr,
  events: Events,
  through: readonly LetSymbol[] = [],
): readonly Owner[] {
  if (expr.kind === 'paren') return ownersOf(cx, expr.inner, events, through)
  if (expr.kind === 'aggregate' && expr.of) return ownersOf(cx, expr.of, eventsOf(cx, expr.pattern.name), through)
  const meaning = expr.kind === 'name' ? cx.understood.meanings.get(expr) : undefined
  if (meaning?.kind === 'attribute') return attributeOwner(cx, meaning)
  if (meaning?.kind === 'eventProperty') return propertyOwners(cx, events, meaning.name)
  if (meaning?.kind === 'grade') return [{ entity: entity(cx, 'grade', meaning.name), values: meaning.labels }]
  if (meaning?.kind !== 'let' || through.includes(meaning)) return []
  return ownersOf(cx, meaning.declaration.value, [], [...through, meaning])
}

/** Where a value may stand: a name that is one, a text, a list of them, or the name of such. */
export function visitOperand(cx: Search, expr: Ast.Expr | Ast.Range, owners: readonly Owner[], events: Events): void {
  if (expr.kind === 'paren') visitOperand(cx, expr.inner, owners, events)
  else if (expr.kind === 'list') for (const element of expr.elements) visitOperand(cx, element, owners, events)
  else {
    useValue(cx, expr, owners)
    visit(cx, expr, events)
  }
}

function useValue(cx: Search, expr: Ast.Expr | Ast.Range, owners: readonly Owner[]): void {
  const meaning = expr.kind === 'name' ? cx.understood.meanings.get(expr) : undefined
  if (meaning?.kind === 'list' || meaning?.kind === 'let') for (const owner of owners) lend(cx, meaning, owner)
  const value = writtenValue(cx, expr)
  if (value !== undefined) useValues(cx, owners, value, expr.span)
}

export function useValues(cx: Search, owners: readonly Owner[], value: string, span: Span): void {
  for (const owner of owners) use(cx, valueEntity(cx, owner, value), span)
}

/** A name that stands for a value, or a text. */
function writtenValue(cx: Search, expr: Ast.Expr | Ast.Range): string | undefined {
  if (expr.kind === 'text') return expr.value
  const meaning = expr.kind === 'name' ? cx.understood.meanings.get(expr) : undefined
  return meaning?.kind === 'symbol' ? meaning.value : undefined
}

/** What a named list or value holds of the owner's values. Lists are shared: what the owner cannot have is none of its. */
export function lend(cx: Search, symbol: ListSymbol | LetSymbol, owner: Owner): void {
  const lent = cx.lent.get(symbol) ?? new Set()
  cx.lent.set(symbol, lent)
  if (lent.has(owner.entity)) return
  lent.add(owner.entity)
  for (const element of elementsOf(symbol)) lendElement(cx, element, owner)
}

function elementsOf({ kind, declaration }: ListSymbol | LetSymbol): readonly Ast.Expr[] {
  if (!declaration) return []
  if (kind === 'let') return [(declaration as Ast.Let).value]
  const { list } = declaration as Ast.ListDecl
  return list.kind === 'list' ? list.elements : []
}

export function lendElement(cx: Search, element: Ast.Expr, owner: Owner): void {
  const meaning = element.kind === 'name' ? cx.understood.meanings.get(element) : undefined
  if (meaning?.kind === 'list' || meaning?.kind === 'let') lend(cx, meaning, owner)
  const value = writtenValue(cx, element)
  if (value === undefined || (owner.values && !spellings(owner.values).has(fold(value)))) return
  use(cx, valueEntity(cx, owner, value), element.span)
}
