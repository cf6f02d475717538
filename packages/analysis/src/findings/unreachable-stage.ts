/** A stage that nobody can be in: what it asks for is impossible, or whoever meets it is disqualified. */
import { type Diagnostic, proofs, report } from '@merit-lang/language'
import type { Disqualification, Stage } from '@merit-lang/runtime'
import type { Steps } from '../steps.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { either, not, rulingOut } from './impossible.ts'
import { someLeads } from './some-leads.ts'
import { those, within } from './thresholds.ts'

export const findUnreachableStages: FindingCheck = function* (cx) {
  const said = yield* those(cx, 'isUnreachable')
  for (const [index, stage] of cx.program.stages.entries()) {
    const lines = stage.lines.map(({ span }) => cx.spanOf(span))
    const isSaid = lines.every(line => said.some(({ span }) => within(span, line)))
    yield isSaid || (yield* isReached(index, cx)) ? undefined : yield* finding(stage, cx)
  }
}

/** True also where it is not known. */
function* isReached(index: number, cx: Findings): Steps<boolean> {
  for (const run of yield* someLeads(cx)) {
    if (run.stage(index)) return true
    yield
  }
  return !(yield* rulingOut(cx.analysis, { op: 'stage', index }))
}

function* finding(stage: Stage, cx: Findings): Steps<Diagnostic | undefined> {
  const [line] = stage.lines
  if (!line) return undefined
  const span = cx.spanOf(line.span)
  const { name } = stage
  if (yield* rulingOut(cx.analysis, met(stage))) return report(proofs.unreachableStage, span, { stage: name })
  const alone = yield* shadowing(stage, cx)
  const related = alone ? [{ span: cx.spanOf(alone.span), message: 'This disqualifies all of them.' }] : []
  return report(proofs.disqualificationShadowsStage, span, { stage: name, reason: alone?.reason }, related)
}

/** The disqualification that alone takes all of them. */
function* shadowing(stage: Stage, { program, analysis }: Findings): Steps<Disqualification | undefined> {
  for (const one of program.disqualifications)
    if (yield* rulingOut(analysis, met(stage), not(one.when.expr))) return one
  return undefined
}

/** One of its lines holds, whether or not the lead is disqualified. */
const met = ({ lines }: Stage) => either(lines.map(({ when }) => when.expr))
