import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface ForeignSign {
  readonly written: string
  readonly meant: string
}

export const foreignSign = defineDiagnostic<ForeignSign>({
  name: 'foreign-sign',
  severity: 'error',
  message: ({ written, meant }) => `Write \`${meant}\` where you wrote \`${written}\`.`,
  why: 'Conditions are words and a few signs that anyone can read: `and`, `or`, `not`, `=`, `!=`, `<`, `<=`, `>`, `>=`. Signs of programming languages are not used.',
  fixes: ({ meant }, span) => [replaceWith(span, meant)],
  safe: true,
  bad: 'when country == DE add 5',
  good: 'when country = DE add 5',
})
