/** Diagnostics on paper: for people with code frames, for programs as JSON. */
import {
  type Diagnostic,
  fixesOf,
  messageOf,
  placeOf,
  positionAt,
  renderDiagnostic,
  type Span,
} from '@merit-lang/language'
import { counted } from './numbers.ts'

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

export const hasErrors = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.some(({ severity }) => severity === 'error')

export function findingAsData(diagnostic: Diagnostic) {
  const { name, severity, span, params, related } = diagnostic
  return {
    name,
    severity,
    message: messageOf(diagnostic),
    ...placeAsData(span),
    params: paramsAsData(params),
    related: related.map(({ span: place, message }) => ({ message, ...placeAsData(place) })),
    fixes: fixesOf(diagnostic).map(({ title, edits }) => ({
      title,
      edits: edits.map(edit => ({ ...placeAsData(edit.span), text: edit.text })),
    })),
  }
}

/** Places among them stand without the text of their file. */
function paramsAsData(params: unknown): unknown {
  return JSON.parse(JSON.stringify(params, (_, value) => (isSpan(value) ? placeAsData(value) : value)))
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'source' in value && 'start' in value && 'end' in value
}

/** Lines and columns counted from 1, the end exclusive. */
function placeAsData({ source, start, end }: Span) {
  return { path: source.path, start: positionAt(source, start), end: positionAt(source, end) }
}
