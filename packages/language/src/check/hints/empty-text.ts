/** Nothing is compared with an empty text: where data have one, the value is unknown. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { emptyText } from '../../diagnostics/hints/empty-text.ts'
import { textOf } from '../../syntax/source.ts'
import { chainKind } from '../chains.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

export const hintEmptyText: Hint = (model, report) => {
  for (const test of nodesOf(model, 'binary')) {
    const { left, right, operator, span } = test
    if (chainKind(test) !== 'equality' || left.kind !== 'name') continue
    if (right.kind !== 'text' || right.value.trim() !== '') continue
    const meant = `${textOf(left.span)} is ${operator === '=' ? 'not known' : 'known'}`
    report(diagnose(emptyText, span, { condition: textOf(span), meant }))
  }
}
