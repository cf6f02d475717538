/** Diagnostics on paper: for people with code frames, for programs as JSON. */
import { type Diagnostic, messageOf, placeOf, renderDiagnostic, type Span } from '@merit-lang/language'
import { counted } from '../numbers.ts'
import { findingOf, placeIn } from './finding.ts'

/** The same finding may come up through several files that import its place: each once. */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byPlace = new Map(diagnostics.map(one => [`${placeOf(one.span)} ${one.name} ${messageOf(one)}`, one]))
  return [...byPlace.values()]
}

export function renderFindings(diagnostics: readonly Diagnostic[], color: boolean): string {
  return diagnostics.map(one => `${renderDiagnostic(one, { color })}\n`).join('\n')
}

/** `2 errors, 1 warning in 3 files` */
export function tally(diagnostics: readonly Diagnostic[], files: number): string {
  const parts = (['error', 'warning', 'hint'] as const).flatMap(severity => {
    const count = diagnostics.filter(one => one.severity === severity).length
    return count === 0 ? [] : [counted(count, severity)]
  })
  return `${parts.length === 0 ? 'No findings' : parts.join(', ')} in ${counted(files, 'file')}`
}

export const hasErrors = (diagnostics: readonly Pick<Diagnostic, 'severity'>[]) =>
  diagnostics.some(({ severity }) => severity === 'error')

/** The diagnostic as a finding, and the values that it is about. */
export function findingAsData(diagnostic: Diagnostic) {
  const { subject: _, ...finding } = findingOf(diagnostic)
  return { ...finding, params: paramsAsData(diagnostic.params) }
}

/** Places among them stand without the text of their file. */
function paramsAsData(params: unknown): unknown {
  return JSON.parse(JSON.stringify(params, (_, value) => (isSpan(value) ? placeIn(value) : value)))
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'source' in value && 'start' in value && 'end' in value
}
