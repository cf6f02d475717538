/** A list in which something is looked for has values. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { emptyList } from '../../diagnostics/hints/empty-list.ts'
import type { Hint } from './hint.ts'
import { nodesOf, parentOf } from './walk.ts'

export const hintEmptyList: Hint = (model, report) => {
  for (const list of nodesOf(model, 'list')) {
    const place = parentOf(model, list)
    if (list.elements.length > 0 || place?.kind === 'dataField' || place?.kind === 'dataArg') continue
    report(diagnose(emptyList, list.span, place?.kind === 'listDecl' ? { name: place.name.text } : {}))
  }
}
