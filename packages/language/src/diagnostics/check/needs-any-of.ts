import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface NeedsAnyOf {
  readonly operator: string
  readonly phrase: string
  readonly list: string
}

export const needsAnyOf = defineDiagnostic<NeedsAnyOf>({
  name: 'needs-any-of',
  severity: 'error',
  message: ({ operator, phrase, list }) => `\`${operator}\` takes one value. For several write \`${phrase} ${list}\`.`,
  why: 'With a list it must be said whether one of its values is enough (`any of`) or all are needed (`all of`).',
  fixes: ({ phrase }, span) => [replaceWith(span, phrase)],
  safe: true,
  bad: 'when title contains ["manager", "director"] add 10',
  good: 'when title contains any of ["manager", "director"] add 10',
})
