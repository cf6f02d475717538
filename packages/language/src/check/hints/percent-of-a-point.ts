/** Points, bounds and thresholds are numbers of points, not per cent. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { percentOfAPoint } from '../../diagnostics/hints/percent-of-a-point.ts'
import type * as Ast from '../../syntax/ast.ts'
import type { CheckedModel } from '../model.ts'
import { written } from './conditions.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

export const hintPercentOfAPoint: Hint = (model, report) => {
  for (const points of pointsIn(model)) {
    if (points?.kind !== 'percent') continue
    const percent = written(points)
    report(diagnose(percentOfAPoint, points.span, { percent, value: points.value, number: percent.replace('%', '') }))
  }
}

function pointsIn(model: CheckedModel): (Ast.Expr | undefined)[] {
  const blocks = [...nodesOf(model, 'score'), ...nodesOf(model, 'group')]
  return [
    ...blocks.flatMap(({ cap, floor }) => [cap, floor]),
    ...[...nodesOf(model, 'cap'), ...nodesOf(model, 'floor')].map(({ value }) => value),
    ...nodesOf(model, 'add').map(({ amount }) => amount),
    ...[...nodesOf(model, 'byRow'), ...nodesOf(model, 'firstRow')].map(({ points }) => points),
    ...[...nodesOf(model, 'gradeRow'), ...nodesOf(model, 'qualify')].map(({ at }) => at),
    ...nodesOf(model, 'qualify').map(({ until }) => until),
  ]
}
