import { type Position, SelectionRange, SelectionRangeRequest } from 'vscode-languageserver'
import { selectionsAt } from '../../service/selection-ranges.ts'
import { answer, type Context, type Feature } from '../feature.ts'

export const selectionRanges: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  answers: [
    answer(SelectionRangeRequest.type, ({ textDocument, positions }, context) =>
      positions.map(position => rangeAt(textDocument.uri, position, context)),
    ),
  ],
}

/** The protocol wants one for each position, so that where nothing is known it is the position itself. */
function rangeAt(uri: string, position: Position, { workspace, pathOf, span, range }: Context): SelectionRange {
  const at = span(uri, { start: position, end: position })
  const spans = at ? selectionsAt(workspace, pathOf(uri), at.start) : []
  const outwards = spans.reduceRight<SelectionRange | undefined>(
    (parent, one) => SelectionRange.create(range(one), parent),
    undefined,
  )
  return outwards ?? { range: { start: position, end: position } }
}
