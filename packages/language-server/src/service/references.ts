/** Every place where what is named at a place stands, in all models that share a file in which it does. */

import { keyOf, type Occurrence, occurrencesAt, occurrencesEverywhere, occurrencesInFile } from './occurrences.ts'
import type { Span } from './text.ts'
import type { Place } from './workspace.ts'

export function referencesAt(place: Place, withDeclarations: boolean): readonly Span[] {
  const entities = occurrencesAt(place).map(({ entity }) => entity)
  return occurrencesEverywhere(place.workspace, place.project, entities)
    .filter(({ role }) => withDeclarations || role === 'use')
    .map(({ span }) => span)
}

export interface Highlight {
  readonly span: Span
  readonly role: Occurrence['role']
}

/** In the same file only. */
export function highlightsAt(place: Place): readonly Highlight[] {
  const wanted = new Set(occurrencesAt(place).map(({ entity }) => keyOf(entity)))
  if (wanted.size === 0) return []
  const found = occurrencesInFile(place.project, place.source).filter(({ entity }) => wanted.has(keyOf(entity)))
  return [...new Map(found.map(({ span, role }) => [`${span.start} ${span.end}`, { span, role }])).values()]
}
