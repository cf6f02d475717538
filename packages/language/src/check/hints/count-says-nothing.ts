/** A number of events that is asked for is one that a lead may also miss. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { countSaysNothing } from '../../diagnostics/hints/count-says-nothing.ts'
import { written } from './conditions.ts'
import { constantOf } from './constants.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

export const hintCountSaysNothing: Hint = (model, report) => {
  for (const test of nodesOf(model, 'quantified')) {
    if (test.count === undefined || constantOf(model, test.count) !== 0) continue
    const plain = test.quantifier === 'at least' ? undefined : `no ${written(test.pattern)}`
    report(diagnose(countSaysNothing, test.span, { test: written(test), plain }))
  }
}
