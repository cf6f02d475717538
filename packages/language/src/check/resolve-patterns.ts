/** Names in event patterns: the event, what is said of its properties, and the windows. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { type Checking, say, suggest } from './checking.ts'
import { type ClueKind, unwrap } from './clues.ts'
import type { Meaning } from './model.ts'
import { type Derived, type Event, type Property, pathName } from './names.ts'
import { resolve, resolveCondition, takeAsSymbol } from './resolve.ts'
import { addProperty, type EventAtHand, propertyNamed, type Scope, use } from './scope.ts'
import { broken } from './types.ts'

/** Returns the event that the names inside the pattern, and beside it in a rule, belong to. */
export function resolvePattern(cx: Checking, pattern: Ast.Pattern, scope: Scope): EventAtHand {
  if (!scope.sight.events)
    say(cx, problem.notReadHere, pattern.span, { name: pattern.name.text, kind: 'event', place: scope.sight.place })
  resolveEventName(cx, pattern.name)
  return resolveParts(cx, pattern, scope)
}

/** All of a pattern but its name, which is resolved already. */
export function resolveParts(cx: Checking, pattern: Ast.Pattern, scope: Scope): EventAtHand {
  const meaning = cx.meanings.get(pattern.name)
  if (meaning?.kind === 'derived') use(cx, meaning as Derived, scope)
  const event = eventAtHand(cx, pattern.name)
  const inside = { ...scope, event }
  for (const arg of pattern.args ?? []) resolveArg(cx, arg, inside)
  for (const window of pattern.windows) resolveWindow(cx, window, scope)
  return event
}

export function resolveWindow(cx: Checking, window: Ast.Window, scope: Scope): void {
  const outside = { ...scope, event: undefined }
  if (window.kind === 'sinceLast') resolvePattern(cx, window.pattern, outside)
  else resolve(cx, window.duration, outside)
}

/** An event of the data, a derived one, or a date attribute. */
export function resolveEventName(cx: Checking, ident: Ast.Ident): Meaning | undefined {
  const { events, derived, attributes, openEvents, openLead } = cx.names
  const name = ident.text
  const attribute = openLead ? undefined : attributes.get(name)
  const dated = attribute?.type.kind === 'date' ? attribute : undefined
  const meaning = (events.get(name) as Meaning | undefined) ?? (derived.get(name) as Meaning | undefined) ?? dated
  if (meaning && !(openLead && meaning.kind === 'event' && !meaning.declared)) return keep(cx, ident, meaning)
  if (openEvents) {
    cx.clues.patterns.push(ident)
    return keep(cx, ident, meaning ?? openEvent(cx, ident))
  }
  if (openLead) cx.clues.patterns.push(ident)
  else unknownEvent(cx, ident)
  return undefined
}

function keep(cx: Checking, ident: Ast.Ident, meaning: Meaning): Meaning {
  cx.meanings.set(ident, meaning)
  return meaning
}

function openEvent(cx: Checking, { text, span }: Ast.Ident): Meaning {
  const event: Event = { kind: 'event', name: text, declared: false, properties: [], open: true, doc: '', span }
  cx.names.events.set(text, event)
  return event
}

export function unknownEvent(cx: Checking, { text: name, span }: Ast.Ident): void {
  const { events, derived, attributes } = cx.names
  const suggestion = suggest(cx, name, [...events.keys(), ...derived.keys()])
  say(cx, problem.unknownEvent, span, { name, suggestion, attribute: attributes.get(name)?.type.kind })
}

export function eventAtHand(cx: Checking, name: Ast.Ident): EventAtHand {
  const meaning = cx.meanings.get(name)
  const types = (meaning?.kind === 'event' ? [meaning] : meaning?.kind === 'derived' ? meaning.types : []) as Event[]
  return { name: name.text, types, moment: meaning?.kind === 'attribute', unsettled: !meaning }
}

function resolveArg(cx: Checking, arg: Ast.Expr, scope: Scope & { event: EventAtHand }): void {
  const value = unwrap(arg)
  const kind = loneKind(value)
  if (value.kind === 'name' && value.path.length === 1) resolveLoneName(cx, value, scope)
  else if (kind) suggestPrimary(cx, scope.event, kind, value)
  else resolveCondition(cx, arg, scope)
}

/** A value by itself is compared with the event's primary property. */
function loneKind(expr: Ast.Expr): ClueKind | undefined {
  if (expr.kind === 'text') return 'quoted'
  if (expr.kind === 'percent') return 'number'
  if (expr.kind === 'number' || expr.kind === 'date' || expr.kind === 'boolean') return expr.kind
  return expr.kind === 'unary' && expr.operator === '-' ? 'number' : undefined
}

/** Alone in a pattern a name is a `let` or `list` if there is one, else a property that is declared, else a value. */
function resolveLoneName(cx: Checking, expr: Ast.NameExpr, scope: Scope & { event: EventAtHand }): void {
  const name = pathName(expr.path)
  const symbol = cx.names.named.get(name)
  if (symbol?.kind === 'let' || symbol?.kind === 'list') {
    cx.meanings.set(expr, use(cx, symbol, scope))
    return
  }
  const property = propertyNamed(cx, name, scope.event)
  if (property && isDeclared(cx, property)) cx.meanings.set(expr, property)
  else if (suggestPrimary(cx, scope.event, 'symbol', expr)) takeAsSymbol(cx, expr, name, scope, true)
  else cx.types.set(expr, broken)
}

function isDeclared(cx: Checking, property: Meaning): boolean {
  return cx.clues.properties.get(property as { type: unknown })?.some(({ declared }) => declared) ?? false
}

/** False where there is no primary property, or several, which is reported. */
function suggestPrimary(cx: Checking, event: EventAtHand, kind: ClueKind, { span }: Ast.Expr): boolean {
  if (event.unsettled) return false
  const properties = primaryProperties(event, span)
  if (properties.length > 0) cx.clues.kinds.push({ of: properties, kind, span })
  else say(cx, problem.noPrimaryProperty, span, { event: event.name, moment: event.moment, properties: namesOf(event) })
  return properties.length > 0
}

/** One for each event type, all of one name. */
function primaryProperties({ types }: EventAtHand, span: Ast.Expr['span']): readonly Property[] {
  const primary = types.flatMap(type => primaryOf(type, span) ?? [])
  return new Set(primary.map(({ name }) => name)).size === 1 ? primary : []
}

/** The first declared one, else `subject`, which then leads the list. */
function primaryOf(type: Event, span: Ast.Expr['span']): Property | undefined {
  if (!type.open || type.properties[0]?.name === 'subject') return type.properties[0]
  const subject = addProperty(type, 'subject', span)
  type.properties = [subject, ...type.properties.filter(property => property !== subject)]
  return subject
}

function namesOf({ types }: EventAtHand): string[] {
  return types.flatMap(type => type.properties.map(({ name }) => name))
}
