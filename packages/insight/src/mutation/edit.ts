/** Edits of a text, as mutants. */
import { type Span, textOf } from '@merit-lang/language'
import type { Mutant, MutationKind } from './mutation.ts'

interface Edit {
  readonly kind: MutationKind
  readonly span: Span
  readonly replacement: string
  /** What is shown: `span` and what stands around it. */
  readonly around: Span
}

export function replaced({ kind, span, replacement, around }: Edit): Mutant {
  const inside = { start: span.start - around.start, end: span.end - around.start }
  const text = textOf(around)
  const after = text.slice(0, inside.start) + replacement + text.slice(inside.end)
  return { kind, span, replacement, before: onOneLine(text), after: onOneLine(after) }
}

/** `instead`: what has to stand there, so that nothing does. */
export function leftOut(kind: MutationKind, span: Span, instead = ''): Mutant {
  return { kind, span, replacement: instead, before: onOneLine(textOf(span)), after: instead }
}

/** As it is shown: comments would hide what follows them. */
const onOneLine = (text: string) =>
  text
    .replace(/#[^\n]*\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The text with what the mutants replace; none of them overlap. */
export function edited(text: string, edits: readonly Pick<Mutant, 'span' | 'replacement'>[]): string {
  const fromTheEnd = edits.toSorted((a, b) => b.span.start - a.span.start)
  return fromTheEnd.reduce(
    (so, { span, replacement }) => so.slice(0, span.start) + replacement + so.slice(span.end),
    text,
  )
}
