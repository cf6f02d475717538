import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface CurlyQuotes {
  /** What to write instead. */
  readonly meant: string
}

export const curlyQuotes = defineDiagnostic<CurlyQuotes>({
  name: 'curly-quotes',
  severity: 'error',
  message: ({ meant }) => `Text stands in straight quotes: ${meant}.`,
  why: 'Word processors and chat programs turn straight quotes into curly ones. Only straight double quotes mark a text here, so that it is never in doubt where it ends.',
  fixes: ({ meant }, span) => [replaceWith(span, meant)],
  safe: true,
  bad: 'when title contains word “VP” add 5',
  good: 'when title contains word "VP" add 5',
})
