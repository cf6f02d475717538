import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface UnknownEscape {
  /** The backslash and what follows it. */
  readonly written: string
}

export const unknownEscape = defineDiagnostic<UnknownEscape>({
  name: 'unknown-escape',
  severity: 'error',
  message: ({ written }) =>
    `\`${written}\` means nothing in a text. For a backslash write two: \`\\\\${written.slice(1)}\`.`,
  why: 'In a text, `\\"` is a quote and `\\\\` a backslash; other characters stand for themselves. Patterns of `matches` need each of their backslashes twice.',
  fixes: ({ written }, span) => [replaceWith(span, `\\${written}`)],
  bad: 'when title matches "^v\\.?p\\b" add 5',
  good: 'when title matches "^v\\\\.?p\\\\b" add 5',
})
