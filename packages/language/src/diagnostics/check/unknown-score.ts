import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'
import { choice } from './phrases.ts'

export interface UnknownScore {
  readonly name: string
  readonly suggestion: string | undefined
  readonly names: readonly string[]
}

export const unknownScore = defineDiagnostic<UnknownScore>({
  name: 'unknown-score',
  severity: 'error',
  message: ({ name, suggestion, names }) =>
    `There is no score \`${name}\`.${suggestion ? didYouMean(suggestion) : scores(names)}`,
  why: '`qualify at … of` and `grade … from` read a score by its name. Rules that stand outside any block belong to the score `total`.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, suggestion)] : []),
  bad: 'score engagement {\n  on visit add 5\n}\nqualify at 50 of engagment',
  good: 'score engagement {\n  on visit add 5\n}\nqualify at 50 of engagement',
})

function scores(names: readonly string[]): string {
  return names.length > 0 ? ` There is ${choice(names, 'and')}.` : ' The model has none.'
}
