/** Declared attributes, properties and events, and the types that they name. */
import { fold } from '@merit-lang/runtime'
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { textOf } from '../syntax/source.ts'
import { findType } from '../words/lookup.ts'
import { type Checking, say, suggest } from './checking.ts'
import { duplicate } from './declare.ts'
import { literalNumber } from './literals.ts'
import type { ModelRange, Type } from './model.ts'
import type { Event, Property } from './names.ts'
import * as types from './types.ts'

type FieldSymbol = Omit<Property, 'kind'>

/** A block that breaks off before its first attribute says nothing about which there are. */
export function declareLead(cx: Checking, { fields, span }: Ast.Lead): void {
  if (fields.length > 0 || textOf(span).endsWith('}')) cx.names.openLead = false
  declareRecord(cx, fields, '', (symbol, field) => {
    const before = cx.names.attributes.get(symbol.name)
    if (before) duplicate(cx, symbol.name, field.name.span, before.span)
    else cx.names.attributes.set(symbol.name, { kind: 'attribute', ...symbol })
  })
}

/** Every field that is not itself a record, with its name after the records that it stands in. */
function declareRecord(
  cx: Checking,
  fields: readonly Ast.Field[],
  prefix: string,
  declare: (symbol: FieldSymbol, field: Ast.Field) => void,
): void {
  for (const field of fields) {
    const name = prefix + field.name.text
    if (field.fields) {
      cx.names.records.add(name)
      declareRecord(cx, field.fields, `${name}.`, declare)
    } else declare(fieldSymbol(cx, field, name), field)
  }
}

function fieldSymbol(cx: Checking, { name: { span }, type, doc }: Ast.Field, name: string): FieldSymbol {
  return {
    name,
    key: type?.from?.value ?? name,
    type: type ? typeOfField(cx, type) : types.broken,
    required: type?.required ?? false,
    unknownIn: [],
    declared: true,
    doc,
    span,
  }
}

export function declareEvent(cx: Checking, declaration: Ast.EventDecl): void {
  const { events, derived } = cx.names
  const {
    name: { text: name, span },
    fields,
    doc,
  } = declaration
  const before = events.get(name) ?? derived.get(name)
  if (before) duplicate(cx, name, span, before.span)
  else if (declaration.derivation) derived.set(name, { kind: 'derived', name, declaration, types: [], span })
  else {
    const open = !fields
    events.set(name, { kind: 'event', name, declared: true, open, properties: properties(cx, fields), doc, span })
    cx.names.openEvents = false
  }
}

function properties(cx: Checking, fields: readonly Ast.Field[] = []): Event['properties'] {
  const found: Property[] = []
  declareRecord(cx, fields, '', (symbol, field) => {
    const before = found.find(({ name }) => name === symbol.name)
    if (before) duplicate(cx, symbol.name, field.name.span, before.span)
    else found.push({ kind: 'property', ...symbol })
  })
  return found
}

/** How other languages call them. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['str', 'text'],
  ['varchar', 'text'],
  ['int', 'integer'],
  ['float', 'number'],
  ['double', 'number'],
  ['decimal', 'number'],
  ['bool', 'boolean'],
  ['datetime', 'date'],
  ['timestamp', 'date'],
  ['time', 'date'],
  ['enum', 'one of [A, B]'],
  ['array', 'list of text'],
  ['list', 'list of text'],
])

function typeOfField(cx: Checking, type: Ast.TypeExpr): Type {
  if (type.base === 'one') return { kind: 'enum', values: valuesOf(cx, type.values) }
  if (type.base === 'list') return listType(cx, type)
  const name = type.name
  if (!name) return types.broken
  const word = findType(cx.vocabulary, name.text)
  if (!word) {
    const suggestion =
      elsewhere.get(name.text.toLowerCase()) ??
      suggest(
        cx,
        name.text,
        cx.vocabulary.types.map(known => known.name),
      )
    say(cx, problem.unknownType, name.span, { name: name.text, suggestion })
    return types.broken
  }
  return type.range ? withRange(cx, word.type, type.range, name) : word.type
}

function listType(cx: Checking, { values, name }: Ast.TypeExpr): Type {
  if (values) return { kind: 'list', values: valuesOf(cx, values) }
  if (name && name.text !== 'text') {
    say(cx, problem.unknownType, name.span, { name: `list of ${name.text}`, suggestion: 'list of text' })
  }
  return types.list
}

function withRange(cx: Checking, type: Type, range: Ast.Range, { text }: Ast.Ident): Type {
  if (type.kind !== 'number') {
    say(cx, problem.rangeNotAllowed, range.span, { type: text })
    return type
  }
  for (const bound of [range.low, range.high]) if (bound) cx.types.set(bound, types.number)
  return { ...type, range: rangeOf(cx, range) }
}

function rangeOf(cx: Checking, range: Ast.Range): ModelRange {
  const low = boundOf(cx, range.low)
  const high = boundOf(cx, range.high)
  if (low !== undefined && high !== undefined && (low > high || (low === high && range.form === '..<'))) {
    say(cx, problem.emptyRange, range.span, { range: textOf(range.span) })
  }
  return { low, high, lowOpen: range.form === '>', highOpen: range.form === '<' || range.form === '..<' }
}

function boundOf(cx: Checking, bound: Ast.Expr | undefined): number | undefined {
  if (!bound || bound.kind === 'hole') return undefined
  const value = literalNumber(bound)
  if (value === undefined)
    say(cx, problem.numberNeeded, bound.span, { written: textOf(bound.span), role: 'The bound of a type' })
  return value
}

/** The spellings of `one of […]`, each once. */
function valuesOf(cx: Checking, list: Ast.ListLit | undefined): string[] {
  const seen = new Map<string, string>()
  if (list) cx.types.set(list, types.list)
  for (const element of list?.elements ?? []) {
    const value = valueName(element)
    cx.types.set(element, types.symbol)
    if (value === undefined) {
      if (element.kind !== 'hole') say(cx, problem.notAValue, element.span, { written: textOf(element.span) })
      continue
    }
    if (element.kind === 'name') cx.meanings.set(element, { kind: 'symbol', value })
    const before = seen.get(fold(value))
    if (before === undefined) seen.set(fold(value), value)
    else say(cx, problem.duplicateValue, element.span, { value, before })
  }
  return [...seen.values()]
}

/** What a value of a list is called in the data; numbers and `true` as written. */
export function valueName(element: Ast.Expr): string | undefined {
  if (element.kind === 'text') return element.value
  if (element.kind === 'number' || element.kind === 'boolean') return textOf(element.span)
  return element.kind === 'name' && element.path.length === 1 ? element.path[0]?.text : undefined
}
