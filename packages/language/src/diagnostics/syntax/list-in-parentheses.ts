import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface ListInParentheses {
  /** The values, as written. */
  readonly inner: string
}

export const listInParentheses = defineDiagnostic<ListInParentheses>({
  name: 'list-in-parentheses',
  severity: 'error',
  message: ({ inner }) => `A list stands in square brackets: \`[${inner}]\`.`,
  why: 'Round brackets group conditions and sums, braces hold rules and rows; a list of values has square ones.',
  fixes: ({ inner }, span) => [replaceWith(span, `[${inner}]`)],
  safe: true,
  bad: 'when country in (DE, AT) add 5',
  good: 'when country in [DE, AT] add 5',
})
