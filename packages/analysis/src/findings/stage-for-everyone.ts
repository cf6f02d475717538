/** A stage that every lead is in who is not disqualified. */
import { type Diagnostic, proofs, report } from '@merit-lang/language'
import type { Stage } from '@merit-lang/runtime'
import type { Steps } from '../steps.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { not, rulingOut } from './impossible.ts'
import { those, within } from './thresholds.ts'

export const findStagesForEveryone: FindingCheck = function* (cx) {
  const said = yield* those(cx, 'isAlwaysMet')
  for (const stage of cx.program.stages) {
    const isSaid = stage.lines.some(line => said.some(({ span }) => within(span, cx.spanOf(line.span))))
    yield isSaid ? undefined : yield* finding(stage, cx)
  }
}

function* finding({ name, lines }: Stage, { analysis, program, spanOf }: Findings): Steps<Diagnostic | undefined> {
  const { disqualifications } = program
  const outside = [...lines, ...disqualifications].map(({ when }) => not(when.expr))
  const [line] = lines
  if (!line || !(yield* rulingOut(analysis, ...outside))) return undefined
  const params = { stage: name, unlessDisqualified: disqualifications.length > 0 }
  return report(proofs.stageForEveryone, spanOf(line.span), params)
}
