/** What is told about the place that the mouse rests on, in Markdown. */

import { nodesAt } from '../nodes.ts'
import { occurrencesAt } from '../occurrences.ts'
import type { Span } from '../text.ts'
import { type Place, treeAt } from '../workspace.ts'
import { entitiesText } from './entities.ts'
import { formText } from './forms.ts'

export interface Hover {
  readonly span: Span
  readonly markdown: string
}

/** Nothing about a place of which nothing is known. */
export function hoverAt(place: Place): Hover | undefined {
  const named = occurrencesAt(place).filter(({ role }) => role !== 'implied')
  const [first] = named
  const text = entitiesText(
    place,
    named.map(({ entity }) => entity),
  )
  if (first && text !== undefined) return { span: first.span, markdown: text }
  const tree = treeAt(place)
  const told = tree && formText(place, nodesAt(tree, place.offset))
  return told && { span: told.span, markdown: told.text }
}
