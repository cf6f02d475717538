import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface MissingAt {
  readonly number: string
}

export const missingAt = defineDiagnostic<MissingAt>({
  name: 'missing-at',
  severity: 'error',
  message: ({ number }) => `A threshold is written with \`at\`: \`at ${number}\`.`,
  why: '`qualify MQL at 50` and `A at 80` read: from so many points on.',
  fixes: ({ number }, span) => [replaceWith(span, `at ${number}`)],
  safe: true,
  bad: 'on visit add 5\nqualify 4',
  good: 'on visit add 5\nqualify at 4',
})
