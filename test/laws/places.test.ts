/** Whatever the text, an editor gets answers, and every place in them lies in the text. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { definitionsAt, typeDefinitionsAt } from '../../packages/language-server/src/service/definition.ts'
import { documentSymbols, type FileSymbol } from '../../packages/language-server/src/service/document-symbols.ts'
import { foldsIn } from '../../packages/language-server/src/service/folding.ts'
import { formatAll, formatTyped } from '../../packages/language-server/src/service/formatting.ts'
import { occurrencesIn } from '../../packages/language-server/src/service/occurrences.ts'
import { highlightsAt, referencesAt } from '../../packages/language-server/src/service/references.ts'
import { renamableAt, rename } from '../../packages/language-server/src/service/rename.ts'
import { selectionsAt } from '../../packages/language-server/src/service/selection-ranges.ts'
import { semanticTokens } from '../../packages/language-server/src/service/semantic-tokens.ts'
import { workspaceOf } from '../../packages/language-server/src/service/testing.ts'
import { type Place, placeIn } from '../../packages/language-server/src/service/workspace.ts'
import { brokenText } from '../generators/index.ts'
import { runs } from './settings.ts'

const path = '/model.merit'

interface Piece {
  readonly start: number
  readonly end: number
}

const spansOf = ({ span, nameSpan, children }: FileSymbol): Piece[] => [span, nameSpan, ...children.flatMap(spansOf)]

/** All that is said of the text and of one place in it, as far as it names places. */
function piecesAt(place: Place): readonly Piece[] {
  const { workspace, offset } = place
  const renamed = rename(place, 'fresh')
  const named = renamableAt(place)
  return [
    ...occurrencesIn(place.project).map(({ span }) => span),
    ...[...definitionsAt(place), ...typeDefinitionsAt(place)].flatMap(({ from, to }) => [from, to]),
    ...referencesAt(place, true),
    ...highlightsAt(place).map(({ span }) => span),
    ...(named && 'span' in named ? [named.span] : []),
    ...(renamed && 'edits' in renamed ? renamed.edits.map(({ span }) => span) : []),
    ...documentSymbols(workspace, path).flatMap(spansOf),
    ...selectionsAt(workspace, path, offset),
    ...semanticTokens(workspace, path),
    ...formatAll(workspace, path).map(({ span }) => span),
    ...formatTyped(workspace, path, offset, '\n').map(({ span }) => span),
  ]
}

it('places lie in the text, and lines in the file', () => {
  fc.assert(
    fc.property(brokenText, fc.nat(2000), (text, at) => {
      const workspace = workspaceOf({ [path]: text })
      const place = placeIn(workspace, path, at % (text.length + 1)) as Place
      const wrong = piecesAt(place).find(({ start, end }) => !(start >= 0 && start <= end && end <= text.length))
      expect(wrong).toBeUndefined()
      const lines = text.split('\n').length
      expect(foldsIn(workspace, path).every(({ from, to }) => from >= 0 && from < to && to < lines)).toBe(true)
    }),
    runs(150),
  )
})
