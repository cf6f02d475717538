/** A test expects something. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { testExpectsNothing } from '../../diagnostics/hints/test-expects-nothing.ts'
import type { Hint } from './hint.ts'

export const hintTestExpectsNothing: Hint = (model, report) => {
  for (const { name, lines } of model.tests) {
    if (name.kind === 'text' && !lines.some(({ kind }) => kind === 'expect'))
      report(diagnose(testExpectsNothing, name.span, { name: name.value }))
  }
}
