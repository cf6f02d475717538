import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface CapitalisedKeyword {
  readonly written: string
  readonly meant: string
}

export const capitalisedKeyword = defineDiagnostic<CapitalisedKeyword>({
  name: 'capitalised-keyword',
  severity: 'error',
  message: ({ written, meant }) => `The words of the language are lower case: write \`${meant}\`, not \`${written}\`.`,
  why: 'Lower case tells the words of the language from names and values, which may be written in any way.',
  fixes: ({ meant }, span) => [replaceWith(span, meant)],
  safe: true,
  bad: 'When customer add 5',
  good: 'when customer add 5',
})
