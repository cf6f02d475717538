/** The last row of a table is called `else`; where no values are declared, nothing else would point out another word. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { elseInOtherWords } from '../../diagnostics/hints/else-in-other-words.ts'
import type * as Ast from '../../syntax/ast.ts'
import { textOf } from '../../syntax/source.ts'
import type { CheckedModel } from '../model.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

const words = new Set(['default', 'otherwise', 'others', 'rest', '_'])

export const hintElseInOtherWords: Hint = (model, report) => {
  const last = [
    ...nodesOf(model, 'pointsBy').map(({ rows }) => lastValue(rows.at(-1))),
    ...nodesOf(model, 'pointsFirst').map(({ rows }) => rows.at(-1)?.condition),
  ]
  for (const name of last) {
    if (name?.kind !== 'name' || !words.has(textOf(name.span)) || isDeclared(model, name)) continue
    report(diagnose(elseInOtherWords, name.span, { word: textOf(name.span) }))
  }
}

function lastValue(row: Ast.ByRow | undefined): Ast.Expr | undefined {
  const one = row?.cases.length === 1 ? row.cases[0] : undefined
  return one?.kind === 'value' ? one.value : undefined
}

/** Of a declared list of values, or a declared attribute or other name. */
function isDeclared(model: CheckedModel, name: Ast.NameExpr): boolean {
  const meaning = model.meanings.get(name)
  if (meaning?.kind === 'attribute') return meaning.declared
  const type = model.types.get(name)
  return meaning?.kind !== 'symbol' || (type?.kind === 'enum' && type.values !== undefined)
}
