/** A negative `else` is also for leads whose value is unknown: the table says whether that is meant. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { unknownTakesElse } from '../../diagnostics/hints/unknown-takes-else.ts'
import type * as Ast from '../../syntax/ast.ts'
import { uncertainAttribute, written } from './conditions.ts'
import { constantOf } from './constants.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

export const hintUnknownTakesElse: Hint = (model, report) => {
  for (const { subject, rows } of nodesOf(model, 'pointsBy')) {
    const attribute = uncertainAttribute(model, subject)
    const otherwise = rowWith(rows, 'else')
    if (!attribute || !otherwise || rowWith(rows, 'unknown')) continue
    if ((constantOf(model, otherwise.points) ?? 0) >= 0) continue
    const params = { attribute: attribute.name, points: written(otherwise.points), row: otherwise.span }
    report(diagnose(unknownTakesElse, otherwise.span, params))
  }
}

function rowWith(rows: readonly Ast.ByRow[], kind: Ast.Case['kind']): Ast.ByRow | undefined {
  return rows.find(row => row.cases.some(one => one.kind === kind))
}
