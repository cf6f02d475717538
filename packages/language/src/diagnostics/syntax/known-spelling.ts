import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface KnownSpelling {
  readonly word: string
  /** `is not null`. */
  readonly not: boolean
}

const meant = ({ not }: KnownSpelling) => (not ? 'is known' : 'is not known')

export const knownSpelling = defineDiagnostic<KnownSpelling>({
  name: 'known-spelling',
  severity: 'error',
  message: params => `Write \`${meant(params)}\`: what the data calls \`${params.word}\` is unknown here.`,
  why: 'An attribute is unknown where it is absent, empty, or a value that its declaration lists under `unknown in`.',
  fixes: (params, span) => [replaceWith(span, meant(params))],
  safe: true,
  bad: 'when title is null add 5',
  good: 'when title is not known add 5',
})
