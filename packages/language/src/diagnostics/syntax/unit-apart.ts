import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface UnitApart {
  readonly meant: string
}

export const unitApart = defineDiagnostic<UnitApart>({
  name: 'unit-apart',
  severity: 'error',
  message: ({ meant }) => `A length of time is one word: write \`${meant}\`.`,
  why: 'Times are written as a number and a unit right after it: `10s`, `30min`, `12h`, `30d`, `2w`.',
  fixes: ({ meant }, span) => [replaceWith(span, meant)],
  safe: true,
  bad: 'on download within 30 days add 20',
  good: 'on download within 30d add 20',
})
