import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface UnknownEscape {
  /** The backslash and what follows it. */
  readonly written: string
  /** The whole text with two backslashes for each such one. */
  readonly meant: string
}

export const unknownEscape = defineDiagnostic<UnknownEscape>({
  name: 'unknown-escape',
  severity: 'error',
  message: ({ written, meant }) => `\`${written}\` means nothing in a text; a backslash is written twice: ${meant}.`,
  why: 'In a text, `\\"` is a quote and `\\\\` a backslash; other characters stand for themselves. A pattern of `matches` needs each of its backslashes twice.',
  fixes: ({ meant }, span) => [replaceWith(span, meant)],
  safe: true,
  bad: 'when title matches "^v\\.?p\\b" add 5',
  good: 'when title matches "^v\\\\.?p\\\\b" add 5',
})
