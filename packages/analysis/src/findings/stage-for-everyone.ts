/** A stage that every lead is in who is not disqualified. */
import { type Diagnostic, proofs, report } from '@merit-lang/language'
import type { Expr, Stage } from '@merit-lang/runtime'
import { holds } from '@merit-lang/runtime/reference'
import type { Steps } from '../steps.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { not, rulingOut } from './impossible.ts'
import { someLeads } from './some-leads.ts'
import { those, within } from './thresholds.ts'

export const findStagesForEveryone: FindingCheck = function* (cx) {
  const said = yield* those(cx, 'isAlwaysMet')
  for (const stage of cx.program.stages) {
    const isSaid = stage.lines.some(line => said.some(({ span }) => within(span, cx.spanOf(line.span))))
    yield isSaid ? undefined : yield* finding(stage, cx)
  }
}

function* finding({ name, lines }: Stage, cx: Findings): Steps<Diagnostic | undefined> {
  const { disqualifications } = cx.program
  const outside = [...lines, ...disqualifications].map(({ when }) => not(when.expr))
  const [line] = lines
  if (!line || (yield* isShown(outside, cx)) || !(yield* rulingOut(cx.analysis, ...outside))) return undefined
  const params = { stage: name, unlessDisqualified: disqualifications.length > 0 }
  return report(proofs.stageForEveryone, cx.spanOf(line.span), params)
}

function* isShown(conditions: readonly Expr[], cx: Findings): Steps<boolean> {
  for (const run of yield* someLeads(cx)) {
    if (conditions.every(condition => holds(condition, { run }))) return true
    yield
  }
  return false
}
