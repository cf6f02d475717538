import type { JudgedMutant } from '@merit-lang/insight'
import { positionAt, type Span } from '@merit-lang/language'
import { fileOf, type MutationAccount, type Place } from './report.ts'

/** As a part of what the command prints. */
export function mutationAsData({ places, tally, score, left }: MutationAccount) {
  return { percent: Math.floor(100 * score + 1e-7) / 100, ...tally, left, places: places.map(placeAsData) }
}

function placeAsData(place: Place) {
  const { kind, name, score, span, mutants } = place
  return { path: fileOf(place), kind, name, score, ...spanAsData(span), mutants: mutants.map(mutantAsData) }
}

function mutantAsData({ span, ...mutant }: JudgedMutant) {
  return { ...mutant, ...spanAsData(span) }
}

function spanAsData({ source, start, end }: Span) {
  return { start: positionAt(source, start), end: positionAt(source, end) }
}
