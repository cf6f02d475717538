import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface PercentApart {
  /** What to write instead. */
  readonly meant: string
}

export const percentApart = defineDiagnostic<PercentApart>({
  name: 'percent-apart',
  severity: 'error',
  message: ({ meant }) => `The sign \`%\` stands right after its number: \`${meant}\`.`,
  why: 'A percentage is one word: `25%`.',
  fixes: ({ meant }, span) => [replaceWith(span, meant)],
  safe: true,
  bad: 'score fit {\n  when customer add 5\n}\nscore total = 50 % * fit',
  good: 'score fit {\n  when customer add 5\n}\nscore total = 50% * fit',
})
