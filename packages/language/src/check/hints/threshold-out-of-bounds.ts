/** A threshold on a score lies between the score's floor and its cap: some leads reach it and some do not. */
import { type Diagnostic, report as diagnose } from '../../diagnostics/diagnostic.ts'
import { thresholdAboveCap } from '../../diagnostics/hints/threshold-above-cap.ts'
import { thresholdAlwaysMet } from '../../diagnostics/hints/threshold-always-met.ts'
import type * as Ast from '../../syntax/ast.ts'
import type { Span } from '../../syntax/source.ts'
import type { CheckedModel, ScoreSymbol } from '../model.ts'
import { boundsOf } from './bounds.ts'
import { scoreOf, written } from './conditions.ts'
import { constantOf } from './constants.ts'
import type { Hint } from './hint.ts'
import { ancestorsOf, nodesOf } from './walk.ts'

/** Reached from `least` on, or, where `open`, from just above it. */
interface Threshold {
  readonly score: ScoreSymbol
  readonly least: number
  readonly open: boolean
  readonly text: string
  readonly span: Span
}

export const hintThresholdOutOfBounds: Hint = (model, report) => {
  for (const threshold of [...stageThresholds(model), ...comparisons(model)]) consider(model, threshold, report)
}

function consider(model: CheckedModel, threshold: Threshold, report: (found: Diagnostic) => void): void {
  const { score, least, open, text, span } = threshold
  const { cap, floor } = boundsOf(model, score)
  const params = { score: score.name, threshold: text }
  if (least > cap || (open && least === cap)) report(diagnose(thresholdAboveCap, span, { ...params, cap }))
  else if (least < floor || (!open && least === floor)) report(diagnose(thresholdAlwaysMet, span, { ...params, floor }))
}

function stageThresholds(model: CheckedModel): Threshold[] {
  return model.stages.flatMap(({ lines }) =>
    lines.flatMap(({ declaration: { at }, score }) => {
      const least = constantOf(model, at)
      if (!at || !score || least === undefined) return []
      return [{ score, least, open: false, text: `at ${written(at)}`, span: at.span }]
    }),
  )
}

function comparisons(model: CheckedModel): Threshold[] {
  return nodesOf(model, 'binary').flatMap(test => {
    const open = test.operator === '>'
    const score = open || test.operator === '>=' ? scoreOf(model, test.left) : undefined
    const least = constantOf(model, test.right)
    if (!score || least === undefined || claims(model, test)) return []
    return [{ score, least, open, text: written(test), span: test.span }]
  })
}

/** A test or a promise may well say what always holds. */
function claims(model: CheckedModel, test: Ast.Expr): boolean {
  return [...ancestorsOf(model, test)].some(({ kind }) => kind === 'test' || kind === 'promise')
}
