/** A condition does not look at an event that resets its own block: it sees the latest one only. */
import { type Diagnostic, report as diagnose } from '../../diagnostics/diagnostic.ts'
import { resetEventTested } from '../../diagnostics/hints/reset-event-tested.ts'
import type * as Ast from '../../syntax/ast.ts'
import { allRulesOf, blocksOf, rulesOf } from './blocks.ts'
import type { Hint } from './hint.ts'
import { within } from './walk.ts'

export const hintResetEventTested: Hint = (model, report) => {
  for (const { items } of blocksOf(model)) {
    for (const reset of rulesOf(items).filter(({ action }) => action.kind === 'reset')) lookInto(items, reset, report)
  }
}

function lookInto(items: readonly Ast.Item[], reset: Ast.RuleDecl, report: (found: Diagnostic) => void): void {
  const event = resetEvent(reset)
  if (event === undefined) return
  const related = [{ span: reset.span, message: 'It is reset here.' }]
  for (const pattern of allRulesOf(items).flatMap(conditionPatterns)) {
    if (pattern.name.text === event) report(diagnose(resetEventTested, pattern.span, { event }, related))
  }
}

/** A reset by some events only, `on visit(home) reset`, leaves the others to be seen. */
function resetEvent({ trigger }: Ast.RuleDecl): string | undefined {
  return trigger.kind === 'on' && !trigger.pattern.args ? trigger.pattern.name.text : undefined
}

/** `any`, `no` and `days since last` mean the same before and after a reset. */
function conditionPatterns(rule: Ast.RuleDecl): Ast.Pattern[] {
  const counted = within(rule, 'quantified').filter(test => test.quantifier !== 'any' && test.quantifier !== 'no')
  const since = within(rule, 'daysSince').filter(value => value.which === 'first' && value.of.kind === 'pattern')
  return [
    ...[...counted, ...within(rule, 'aggregate')].map(({ pattern }) => pattern),
    ...since.map(value => value.of as Ast.Pattern),
  ]
}
