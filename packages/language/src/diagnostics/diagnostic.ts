/**
 * A diagnostic is data: the name of its record and typed params. Its sentences and its fix are made from them by the record,
 * one file each in `catalogue/`. Tools match name and params, never text.
 */
import { type Span, textOf } from '../syntax/source.ts'

/** An error keeps the model from running, or, where it is proved of a model that runs, from passing; a warning and a hint do not. */
export type Severity = 'error' | 'warning' | 'hint'

export interface Diagnostic<P = unknown> {
  readonly name: string
  readonly severity: Severity
  readonly span: Span
  readonly params: P
  /** Other places that belong to it, each with a few words: "first used as a number here". */
  readonly related: readonly Related[]
}
export interface Related {
  readonly span: Span
  readonly message: string
}

/** Replaces the text of the span. */
export interface Edit {
  readonly span: Span
  readonly text: string
}
export interface Fix {
  /** What it does, in the imperative: "Write `industry`". */
  readonly title: string
  readonly edits: readonly Edit[]
}

/** A model (the file `model.merit`), or several files of which `model.merit` is the one that is checked. */
export type Example = string | Readonly<Record<string, string>>

export interface DiagnosticRecord<P = unknown> {
  /** Kebab case: the code, the anchor in the docs and the argument of `merit explain-code`. */
  readonly name: string
  readonly severity: Severity
  /** One sentence in the user's words: what is wrong, and with the nearest name where one is near. */
  readonly message: (params: P) => string
  /** A paragraph: why it matters and what to do. */
  readonly why: string
  readonly fixes?: (params: P, span: Span) => readonly Fix[]
  /** A lone fix writes what was meant beyond doubt, or something that means the same: it may be made unasked, with many others. */
  readonly safe?: true
  /** Checking it gives this diagnostic, and no other error. */
  readonly bad: Example
  /** Checking it gives no diagnostic at all. */
  readonly good: Example
}

/** A record of whatever params. Its functions take `never`: whoever calls them has found the record by the diagnostic's name. */
export type AnyDiagnosticRecord = DiagnosticRecord<never>

/** Keeps the params' type while the record is defined. */
export function defineDiagnostic<P>(record: DiagnosticRecord<P>): DiagnosticRecord<P> {
  return record
}

export function report<P>(
  record: DiagnosticRecord<P>,
  span: Span,
  params: P,
  related: readonly Related[] = [],
): Diagnostic<P> {
  return { name: record.name, severity: record.severity, span, params, related }
}

/** A fix that replaces the diagnostic's own span. */
export function replaceWith(span: Span, text: string, title = `Write \`${text}\``): Fix {
  return { title, edits: [{ span, text }] }
}

/** A fix that takes out what the span covers, with what sets it apart from what stands before it. */
export function takeOut(span: Span, sign = ''): Fix {
  const before = span.source.text.slice(0, span.start).trimEnd()
  const start = sign !== '' && before.endsWith(sign) ? before.length - sign.length : before.length
  return { title: `Take out \`${textOf(span).replace(/\s+/g, ' ')}\``, edits: [{ span: { ...span, start }, text: '' }] }
}

/** ` Did you mean \`x\`?`, or nothing. For the end of a message. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`
}
