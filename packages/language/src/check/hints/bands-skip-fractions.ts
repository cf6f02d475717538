/** Bands of a value with fractions meet: nothing lies between the end of one and the beginning of the next. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { bandsSkipFractions } from '../../diagnostics/hints/bands-skip-fractions.ts'
import type * as Ast from '../../syntax/ast.ts'
import type { CheckedModel } from '../model.ts'
import { written } from './conditions.ts'
import { constantOf } from './constants.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

export const hintBandsSkipFractions: Hint = (model, report) => {
  for (const { subject, rows } of nodesOf(model, 'pointsBy')) {
    if (!hasFractions(model, subject)) continue
    const bands = rows.flatMap(({ cases }) => cases.filter(one => one.kind === 'range'))
    const starts = new Set(bands.map(({ low }) => constantOf(model, low)))
    for (const band of bands) {
      const high = band.form === '..' ? constantOf(model, band.high) : undefined
      if (high === undefined || !band.low || !Number.isInteger(high) || !starts.has(high + 1)) continue
      const params = { value: written(subject), high: String(high), next: String(high + 1) }
      report(diagnose(bandsSkipFractions, band.span, { ...params, band: `${written(band.low)}..<${high + 1}` }))
    }
  }
}

/** An attribute that is only used, never declared, has no type that says whether it has fractions. */
function hasFractions(model: CheckedModel, subject: Ast.Expr): boolean {
  const type = model.types.get(subject)
  const meaning = subject.kind === 'name' ? model.meanings.get(subject) : undefined
  return type?.kind === 'number' && !type.integer && !(meaning?.kind === 'attribute' && !meaning.declared)
}
