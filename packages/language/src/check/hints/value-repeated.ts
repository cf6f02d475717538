/** A list names each value once; letter case makes no difference. */
import { type Diagnostic, report as diagnose } from '../../diagnostics/diagnostic.ts'
import { valueRepeated } from '../../diagnostics/hints/value-repeated.ts'
import type * as Ast from '../../syntax/ast.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

export const hintValueRepeated: Hint = (model, report) => {
  for (const { elements } of nodesOf(model, 'list')) lookInto(elements, report)
}

function lookInto(elements: readonly Ast.Expr[], report: (found: Diagnostic) => void): void {
  const seen = new Set<string>()
  for (const [i, element] of elements.entries()) {
    const value = textOfElement(element)
    if (value === undefined) continue
    const cut = { ...element.span, start: elements[i - 1]?.span.end ?? element.span.start }
    if (seen.has(value.toLowerCase())) report(diagnose(valueRepeated, element.span, { value, cut }))
    seen.add(value.toLowerCase())
  }
}

function textOfElement(element: Ast.Expr): string | undefined {
  if (element.kind === 'text' || element.kind === 'number') return String(element.value)
  return element.kind === 'name' ? element.path.map(({ text }) => text).join('.') : undefined
}
