/** What may be read at a place, and by which names. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import type { Span } from '../syntax/source.ts'
import { calendar, calendarStarts } from './calendar.ts'
import { type Checking, say, suggest } from './checking.ts'
import { unwrap } from './clues.ts'
import type { Meaning } from './model.ts'
import { type Attribute, type Definition, type Event, type Named, type Property, pathName } from './names.ts'
import { broken, text } from './types.ts'

/** The event to which the names in a pattern belong. */
export interface EventAtHand {
  readonly name: string
  readonly types: readonly Event[]
  /** A date attribute: the event has a time and nothing else. */
  readonly moment: boolean
  /** Nothing is known about it, since its name is in error or still to be settled. */
  readonly unsettled: boolean
}

export interface Sight {
  /** For messages: `a rule`. */
  readonly place: string
  readonly events: boolean
  readonly scores: boolean
  readonly grades: boolean
  readonly stages: boolean
}
export interface Scope {
  readonly sight: Sight
  /** Whose definition this is. */
  readonly owner?: Definition
  readonly event?: EventAtHand
}

const lead = { events: true, scores: false, grades: false, stages: false }
export const sights = {
  rule: { ...lead, place: 'a rule' },
  definition: { ...lead, place: 'a definition that rules use' },
  formula: { ...lead, events: false, scores: true, place: 'a score made of other scores' },
  grade: { ...lead, scores: true, place: 'a grade' },
  disqualify: { ...lead, scores: true, grades: true, place: 'a `disqualify` line' },
  qualify: { ...lead, scores: true, grades: true, stages: true, place: 'a `qualify` line' },
  everything: { events: true, scores: true, grades: true, stages: true, place: 'here' },
} satisfies Record<string, Sight>

/** Looks up what a name stands for as a value, and keeps it; a name that stands for nothing is reported. */
export function resolveName(cx: Checking, expr: Ast.NameExpr, scope: Scope): void {
  const meaning = meaningOf(cx, expr, scope)
  if (meaning) cx.meanings.set(expr, meaning)
  else cx.types.set(expr, broken)
}

function meaningOf(cx: Checking, expr: Ast.NameExpr, scope: Scope): Meaning | undefined {
  const [first, ...rest] = expr.path
  if (rest.length > 0 && first?.text === 'lead' && !first.quoted) return attributeNamed(cx, pathName(rest), expr, scope)
  const name = pathName(expr.path)
  if (scope.event) return inEvent(cx, name, expr, scope, scope.event)
  return known(cx, name, expr.span, scope) ?? attributeNamed(cx, name, expr, scope)
}

/** What is declared under the name, other than attributes; also where it may not be read, which is reported. */
function known(cx: Checking, name: string, span: Span, scope: Scope): Meaning | undefined {
  const symbol = cx.names.named.get(name)
  if (!symbol) return name === 'now' && !cx.names.attributes.has(name) ? { kind: 'now' } : undefined
  if (!isSeen(symbol, scope.sight)) {
    say(cx, problem.notReadHere, span, { name, kind: symbol.kind, place: scope.sight.place })
  }
  return use(cx, symbol, scope)
}

function isSeen({ kind }: Named, { scores, grades, stages }: Sight): boolean {
  if (kind === 'score') return scores
  if (kind === 'grade') return grades
  return kind === 'stage' ? stages : true
}

export function use<S extends Definition>(cx: Checking, symbol: S, { owner }: Scope): S {
  if (!owner) return symbol
  const uses = cx.uses.get(owner)
  if (uses) uses.add(symbol)
  else cx.uses.set(owner, new Set([symbol]))
  return symbol
}

function attributeNamed(cx: Checking, name: string, expr: Ast.NameExpr, scope: Scope): Meaning | undefined {
  const attribute = cx.names.attributes.get(name) ?? (cx.names.openLead ? openAttribute(cx, name, expr) : undefined)
  if (!attribute) unknownName(cx, name, expr, scope)
  return attribute
}

/** In a program without `lead` block the first use of an attribute is its declaration, unless the name is an event's. */
function openAttribute(cx: Checking, name: string, { span }: Ast.NameExpr): Attribute | undefined {
  if (cx.names.derived.has(name) || cx.names.events.get(name)?.declared) return undefined
  const attribute = { kind: 'attribute', ...undeclared(name, span) } satisfies Attribute
  cx.names.attributes.set(name, attribute)
  return attribute
}

function undeclared(name: string, span: Span) {
  return { name, key: name, type: text, required: false, unknownIn: [], declared: false, doc: '', span }
}

function inEvent(
  cx: Checking,
  name: string,
  expr: Ast.NameExpr,
  scope: Scope,
  event: EventAtHand,
): Meaning | undefined {
  const meaning = propertyNamed(cx, name, event) ?? calendar.get(name) ?? known(cx, name, expr.span, scope)
  return meaning ?? openProperty(cx, name, expr.span, event) ?? unknownProperty(cx, name, expr, event)
}

/** A property that the event is known to have. */
export function propertyNamed(cx: Checking, name: string, { types }: EventAtHand): Meaning | undefined {
  const found = types.flatMap(type => type.properties.filter(property => property.name === name))
  return found.length > 0 ? propertyMeaning(cx, name, found) : undefined
}

function propertyMeaning(cx: Checking, name: string, properties: readonly Property[]): Meaning {
  const meaning: Meaning = { kind: 'eventProperty', name, type: (properties[0] as Property).type }
  cx.clues.properties.set(meaning as { type: unknown }, properties)
  return meaning
}

function openProperty(cx: Checking, name: string, span: Span, { types }: EventAtHand): Meaning | undefined {
  const open = types.filter(type => type.open)
  if (open.length === 0) return undefined
  return propertyMeaning(
    cx,
    name,
    open.map(type => addProperty(type, name, span)),
  )
}

/** The property of an event without declared ones, made at its first use. */
export function addProperty(type: Event, name: string, span: Span): Property {
  const known = type.properties.find(property => property.name === name)
  if (known) return known
  const property = { kind: 'property', ...undeclared(name, span) } satisfies Property
  type.properties.push(property)
  return property
}

/** What `per x` and `distinct x` go by. */
export function resolvePer(cx: Checking, per: Ast.Ident, scope: Scope): void {
  const event = scope.event as EventAtHand
  const meaning =
    propertyNamed(cx, per.text, event) ?? calendarStarts.get(per.text) ?? openProperty(cx, per.text, per.span, event)
  if (meaning) cx.meanings.set(per, meaning)
  else unknownProperty(cx, per.text, per, event)
}

/** `sum of x in P`, `count of distinct x in P`: a lone name is a property, even where a `let` has the same name. */
export function resolveOf(cx: Checking, { of, distinct }: Ast.Aggregate, event: EventAtHand): boolean {
  const inner = of && unwrap(of)
  if (inner?.kind !== 'name' || inner.path.length > 1) return false
  const name = pathName(inner.path)
  const words = distinct ? calendarStarts : calendar
  const meaning = propertyNamed(cx, name, event) ?? words.get(name) ?? openProperty(cx, name, inner.span, event)
  if (meaning) cx.meanings.set(inner, meaning)
  return meaning !== undefined
}

function unknownProperty(
  cx: Checking,
  name: string,
  at: { readonly span: Span },
  event: EventAtHand,
): Meaning | undefined {
  if (event.unsettled) return undefined
  const owner = event.types[0]?.properties[0]
  if (cx.names.attributes.has(name)) say(cx, problem.attributeInPattern, at.span, { name, event: event.name })
  else if (owner && hasValue(owner, name)) sayLoneValue(cx, name, owner, at.span)
  else {
    const properties = event.types.flatMap(type => type.properties.map(property => property.name))
    const suggestion = suggest(cx, name, [...properties, ...calendar.keys()])
    say(cx, problem.unknownProperty, at.span, { name, event: event.name, properties, suggestion })
  }
  return undefined
}

/** What the name is instead of an attribute, if anything. */
function unknownName(cx: Checking, name: string, { span }: Ast.NameExpr, { sight }: Scope): void {
  const { events, derived, records, attributes } = cx.names
  const owner = ownerOf(cx, name)
  const event = [...events.values()].find(({ properties }) => properties.some(property => property.name === name))
  if (events.has(name) || derived.has(name)) say(cx, problem.eventAsCondition, span, { name })
  else if (records.has(name)) say(cx, problem.recordAsValue, span, { name, fields: fieldsOf(cx, name) })
  else if (owner) sayLoneValue(cx, name, owner, span)
  else if (event) say(cx, problem.propertyOutsideEvent, span, { name, event: event.name })
  else {
    const seen = [...cx.names.named.values()].filter(symbol => isSeen(symbol, sight)).map(symbol => symbol.name)
    say(cx, problem.unknownName, span, { name, suggestion: suggest(cx, name, [...attributes.keys(), ...seen]) })
  }
}

/** The attribute that has the name among its values. */
export function ownerOf(cx: Checking, name: string): Attribute | undefined {
  return [...cx.names.attributes.values()].find(attribute => hasValue(attribute, name))
}

function hasValue({ type }: Attribute | Property, name: string): boolean {
  return (type.kind === 'enum' || type.kind === 'list') && (type.values?.includes(name) ?? false)
}

function sayLoneValue(cx: Checking, value: string, { name, type }: Attribute | Property, span: Span): void {
  const text = `${name} ${type.kind === 'list' ? 'contains' : '='} ${value}`
  say(cx, problem.valueAsCondition, span, { value, of: name, fix: { span, text } })
}

function fieldsOf(cx: Checking, record: string): string[] {
  return [...cx.names.attributes.keys()].filter(name => name.startsWith(`${record}.`))
}
