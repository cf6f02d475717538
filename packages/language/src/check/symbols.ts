/** A bare name taken as a value that is also an attribute, or a property of the event at hand, may mean either: an error. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { type Checking, say } from './checking.ts'
import { pathName } from './names.ts'
import type { EventAtHand } from './scope.ts'
import { broken } from './types.ts'

export function checkSymbols(cx: Checking): void {
  for (const { name, event } of cx.clues.symbols) checkSymbol(cx, name, event)
}

function checkSymbol(cx: Checking, expr: Ast.NameExpr, event: EventAtHand | undefined): void {
  const name = pathName(expr.path)
  const span = event ? propertySpan(event, name) : cx.names.attributes.get(name)?.span
  if (!span) return
  const what = event ? 'property' : 'attribute'
  const params = { name, what, spelling: event ? `${name} = true` : `lead.${name}` } as const
  say(cx, problem.ambiguousName, expr.span, params, [{ span, message: `the ${what} \`${name}\`` }])
  cx.types.set(expr, broken)
}

function propertySpan({ types }: EventAtHand, name: string) {
  return types.flatMap(({ properties }) => properties).find(property => property.name === name)?.span
}
