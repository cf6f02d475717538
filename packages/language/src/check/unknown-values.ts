/** `unknown in […]`: the folded values that count as unknown, written out or by the name of a list. */
import { fold } from '@merit-lang/runtime'
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { textOf } from '../syntax/source.ts'
import { type Checking, say } from './checking.ts'
import { typeOf } from './expressions.ts'
import { valueName } from './fields.ts'
import { literalNumber } from './literals.ts'
import type { Attribute, Property } from './names.ts'
import * as types from './types.ts'

export function settleUnknownValues(cx: Checking): void {
  const symbols = new Map<Ast.Ident['span'], Attribute | Property>()
  for (const attribute of cx.names.attributes.values()) symbols.set(attribute.span, attribute)
  for (const { properties } of cx.names.events.values()) {
    for (const property of properties) symbols.set(property.span, property)
  }
  for (const field of fieldsOf(cx)) {
    const symbol = symbols.get(field.name.span)
    const unknown = field.type?.unknownIn
    if (symbol && unknown) symbol.unknownIn = valuesOf(cx, unknown)
  }
}

function fieldsOf(cx: Checking): Ast.Field[] {
  return cx.files.flatMap(({ ast }) =>
    ast.statements.flatMap(statement =>
      statement.kind === 'lead' || statement.kind === 'event' ? flat(statement.fields ?? []) : [],
    ),
  )
}

function flat(fields: readonly Ast.Field[]): Ast.Field[] {
  return fields.flatMap(field => (field.fields ? flat(field.fields) : [field]))
}

function valuesOf(cx: Checking, expr: Ast.Expr): string[] {
  if (expr.kind === 'list') {
    cx.types.set(expr, types.list)
    return expr.elements.flatMap(element => elementOf(cx, element))
  }
  const meaning = expr.kind === 'name' ? cx.meanings.get(expr) : undefined
  if (meaning?.kind === 'list') cx.types.set(expr, types.list)
  return meaning?.kind === 'list' ? meaning.values.map(value => fold(String(value))) : []
}

function elementOf(cx: Checking, element: Ast.Expr): string[] {
  const number = literalNumber(element)
  const value = number === undefined ? valueName(element) : String(number)
  if (element.kind === 'hole') return []
  if (value === undefined) say(cx, problem.notAValue, element.span, { written: textOf(element.span) })
  else if (element.kind === 'name') cx.meanings.set(element, { kind: 'symbol', value })
  if (element.kind === 'name') cx.types.set(element, types.symbol)
  else typeOf(cx, element)
  return value === undefined ? [] : [fold(value)]
}
