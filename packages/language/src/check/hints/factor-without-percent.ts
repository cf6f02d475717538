/** A factor is not a number of per cent that lacks its sign. */
import { type Diagnostic, report as diagnose } from '../../diagnostics/diagnostic.ts'
import { factorWithoutPercent } from '../../diagnostics/hints/factor-without-percent.ts'
import type * as Ast from '../../syntax/ast.ts'
import { written } from './conditions.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

/** Nobody means ten-fold points by a factor; from here on it is per cent. */
const doubtful = 10

export const hintFactorWithoutPercent: Hint = (model, report) => {
  for (const { factor } of nodesOf(model, 'multiply')) consider('multiply by', factor, report)
  const blocks = [...nodesOf(model, 'score'), ...nodesOf(model, 'group')]
  const weights = [...blocks.map(({ weight }) => weight), ...nodesOf(model, 'weight').map(({ value }) => value)]
  for (const weight of weights) consider('weight', weight, report)
}

function consider(word: string, factor: Ast.Expr | undefined, report: (found: Diagnostic) => void): void {
  if (factor?.kind !== 'number' || factor.value < doubtful) return
  report(diagnose(factorWithoutPercent, factor.span, { word, factor: written(factor) }))
}
