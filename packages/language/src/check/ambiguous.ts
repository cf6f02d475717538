/** A bare name taken as a value that is also an attribute, or a property of the event at hand, may mean either: an error. */
import { fold } from '@merit-lang/runtime'
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import type { Span } from '../syntax/source.ts'
import { type Checking, say } from './checking.ts'
import type { Type } from './model.ts'
import type { EventAtHand } from './scope.ts'

/** `against` is what it is compared with, which may have no such value. */
export function sayIfAmbiguous(cx: Checking, expr: Ast.NameExpr, name: string, against: Type): boolean {
  const taken = cx.clues.symbols.get(expr)
  if (!taken) return false
  const { event, alone, inList = false } = taken
  const span = event ? propertySpan(event, name) : cx.names.attributes.get(name)?.span
  if (!span) return false
  const what = event ? 'property' : 'attribute'
  const value = canBe(against, name) ? `"${name}"` : undefined
  const spelling = event ? (alone ? `${name} = true` : `(${name})`) : `lead.${name}`
  const params = { name, what, spelling, value, inList } as const
  say(cx, problem.ambiguousName, expr.span, params, [{ span, message: `the ${what} \`${name}\`` }])
  return true
}

function propertySpan({ types }: EventAtHand, name: string): Span | undefined {
  return types.flatMap(({ properties }) => properties).find(property => property.name === name)?.span
}

function canBe(type: Type, name: string): boolean {
  if (type.kind === 'text') return true
  if (type.kind !== 'enum' && type.kind !== 'list') return false
  return type.values?.some(value => fold(value) === fold(name)) ?? true
}
