/** Edits beside a span, for the fixes of hints. */
import type { Span } from '../../syntax/source.ts'
import type { Edit, Fix } from '../diagnostic.ts'

export function before(span: Span, text: string): Edit {
  return { span: { ...span, end: span.start }, text }
}

export function after(span: Span, text: string): Edit {
  return { span: { ...span, start: span.end }, text }
}

export function fix(title: string, ...edits: readonly Edit[]): Fix {
  return { title, edits }
}
