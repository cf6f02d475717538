import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface SingleQuotes {
  /** What to write instead. */
  readonly meant: string
}

export const singleQuotes = defineDiagnostic<SingleQuotes>({
  name: 'single-quotes',
  severity: 'error',
  message: ({ meant }) => `Text stands in double quotes: ${meant}.`,
  why: 'One kind of quotes keeps models alike and leaves the apostrophe for use inside texts.',
  fixes: ({ meant }, span) => [replaceWith(span, meant)],
  safe: true,
  bad: `when title contains word 'VP' add 5`,
  good: 'when title contains word "VP" add 5',
})
