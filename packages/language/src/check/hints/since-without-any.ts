/** A condition about what happened since the last Q asks whether there was a Q. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { sinceWithoutAny } from '../../diagnostics/hints/since-without-any.ts'
import type * as Ast from '../../syntax/ast.ts'
import { conditionAround, isNegated, written } from './conditions.ts'
import type { Hint } from './hint.ts'
import { nodesOf, within } from './walk.ts'

export const hintSinceWithoutAny: Hint = (model, report) => {
  for (const test of nodesOf(model, 'quantified').filter(asksForSome)) {
    const since = test.pattern.windows.find(window => window.kind === 'sinceLast')
    if (!since || isNegated(model, test)) continue
    const event = since.pattern.name.text
    if (within(conditionAround(model, test), 'quantified').some(other => asksFor(other, event))) continue
    report(diagnose(sinceWithoutAny, test.span, { pattern: written(test.pattern), since: written(since.pattern) }))
  }
}

function asksForSome({ quantifier }: Ast.Quantified): boolean {
  return quantifier === 'any' || quantifier === 'at least' || quantifier === 'exactly'
}

function asksFor(test: Ast.Quantified, event: string): boolean {
  return asksForSome(test) && test.pattern.name.text === event
}
