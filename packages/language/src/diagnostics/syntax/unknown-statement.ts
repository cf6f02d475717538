import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'

export interface UnknownStatement {
  readonly word: string
  readonly suggestion: string | undefined
}

export const unknownStatement = defineDiagnostic<UnknownStatement>({
  name: 'unknown-statement',
  severity: 'error',
  message: ({ word, suggestion }) => `No rule or declaration begins with \`${word}\`.${didYouMean(suggestion)}`,
  why: 'Rules begin with `when`, `on` or `points`; declarations with words such as `lead`, `event`, `score`, `segment`, `let`, `qualify`, `test`.',
  fixes: ({ suggestion }, span) => (suggestion === undefined ? [] : [replaceWith(span, suggestion)]),
  bad: 'whem customer add 5',
  good: 'when customer add 5',
})
