/** Every label of a grade is given to somebody: its cut-offs lie above the score's floor and not above its cap. */
import { type Diagnostic, report as diagnose } from '../../diagnostics/diagnostic.ts'
import { cutOffAboveCap } from '../../diagnostics/hints/cut-off-above-cap.ts'
import { elseNeverGiven } from '../../diagnostics/hints/else-never-given.ts'
import type * as Ast from '../../syntax/ast.ts'
import type { CheckedModel, ScoreSymbol } from '../model.ts'
import { boundsOf } from './bounds.ts'
import { constantOf } from './constants.ts'
import type { Hint } from './hint.ts'

export const hintGradeOutOfBounds: Hint = (model, report) => {
  for (const { declaration } of model.grades) {
    const score = model.scores.find(({ name }) => name === declaration.from?.text)
    if (score) consider(model, declaration, score, report)
  }
}

function consider(
  model: CheckedModel,
  grade: Ast.GradeDecl,
  score: ScoreSymbol,
  report: (found: Diagnostic) => void,
): void {
  const { cap, floor } = boundsOf(model, score)
  const otherwise = grade.otherwise
  for (const { label, at: cutOff, span } of grade.rows ?? []) {
    const at = constantOf(model, cutOff)
    if (at === undefined) continue
    const params = { label: label.text, at, score: score.name }
    if (at > cap) report(diagnose(cutOffAboveCap, span, { ...params, cap }))
    else if (at <= floor && otherwise)
      report(diagnose(elseNeverGiven, span, { ...params, floor, otherwise: otherwise.text }))
  }
}
