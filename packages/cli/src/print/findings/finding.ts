/** What a command has to say of files, whatever command it is and whatever it is printed as. Plain data. */
import { type Diagnostic, fixesOf, messageOf, type Position, positionAt, type Span, textOf } from '@merit-lang/language'

export type Severity = Diagnostic['severity']

/** Lines and columns counted from 1, the end exclusive. Without them it is the whole file. */
export interface Place {
  readonly path: string
  readonly start?: Position
  readonly end?: Position
}

export interface Finding extends Place {
  /** Of what kind it is: see `kindOf`. */
  readonly name: string
  readonly severity: Severity
  readonly message: string
  /** What it is about, as written. With the name it tells one finding from another, wherever both stand. */
  readonly subject: string
  readonly related: readonly (Place & { readonly message: string })[]
  readonly fixes: readonly FoundFix[]
}

export interface FoundFix {
  readonly title: string
  readonly edits: readonly (Place & { readonly text: string })[]
}

/** All that a command found. */
export interface Findings {
  /** As it is called: `check`. */
  readonly command: string
  /** All that were looked at, also those about which nothing is said. */
  readonly files: readonly string[]
  readonly findings: readonly Finding[]
  /** In one line: `2 errors in 3 files`. */
  readonly summary: string
}

export function findingOf(diagnostic: Diagnostic): Finding {
  const { name, severity, span, related } = diagnostic
  return {
    name,
    severity,
    message: messageOf(diagnostic),
    ...placeIn(span),
    subject: textOf(span),
    related: related.map(({ span: place, message }) => ({ ...placeIn(place), message })),
    fixes: fixesOf(diagnostic).map(({ title, edits }) => ({
      title,
      edits: edits.map(edit => ({ ...placeIn(edit.span), text: edit.text })),
    })),
  }
}

/** One that is about a place or a whole file, and neither points elsewhere nor can be mended by an edit. */
export function plainFinding(finding: Omit<Finding, 'related' | 'fixes'>): Finding {
  return { ...finding, related: [], fixes: [] }
}

export function unreadFinding(path: string): Finding {
  const message = 'This file could not be read, so that nothing is known of it.'
  return plainFinding({ name: 'unread-file', severity: 'error', message, path, subject: path })
}

export function placeIn({ source, start, end }: Span): Required<Place> {
  return { path: source.path, start: positionAt(source, start), end: positionAt(source, end) }
}
