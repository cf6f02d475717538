/** A stage that nobody can be in: what it asks for is impossible, or whoever meets it is disqualified. */
import { type Diagnostic, proofs, report } from '@merit-lang/language'
import type { Stage } from '@merit-lang/runtime'
import type { FindingCheck, Findings } from './finding.ts'
import { either, isImpossible, not } from './impossible.ts'
import { someLeads } from './some-leads.ts'
import { thresholdsOf, within } from './thresholds.ts'

export const findUnreachableStages: FindingCheck = function* (cx) {
  const said = thresholdsOf(cx).filter(one => one.isUnreachable())
  for (const [index, stage] of cx.program.stages.entries()) {
    const lines = stage.lines.map(({ span }) => cx.spanOf(span))
    const isSaid = lines.every(line => said.some(({ span }) => within(span, line)))
    const isShown = someLeads(cx).some(run => run.stage(index))
    yield !isSaid && !isShown && isImpossible(cx.analysis, { op: 'stage', index }) ? finding(stage, cx) : undefined
  }
}

function finding(stage: Stage, cx: Findings): Diagnostic | undefined {
  const [line] = stage.lines
  if (!line) return undefined
  const span = cx.spanOf(line.span)
  const { name } = stage
  if (isImpossible(cx.analysis, met(stage))) return report(proofs.unreachableStage, span, { stage: name })
  const alone = cx.program.disqualifications.find(({ when }) => isImpossible(cx.analysis, met(stage), not(when.expr)))
  const related = alone ? [{ span: cx.spanOf(alone.span), message: 'This disqualifies all of them.' }] : []
  return report(proofs.disqualificationShadowsStage, span, { stage: name, reason: alone?.reason }, related)
}

/** One of its lines holds, whether or not the lead is disqualified. */
const met = ({ lines }: Stage) => either(lines.map(({ when }) => when.expr))
