import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'

export interface UnknownWord {
  readonly word: string
  readonly suggestion: string | undefined
}

export const unknownWord = defineDiagnostic<UnknownWord>({
  name: 'unknown-word',
  severity: 'error',
  message: ({ word, suggestion }) => `\`${word}\` means nothing here.${didYouMean(suggestion)}`,
  why: 'After the points of a rule come words that say which events count and for how long, such as `decay`, `cooldown`, `once`, `cap` or `as`.',
  fixes: ({ suggestion }, span) => (suggestion === undefined ? [] : [replaceWith(span, suggestion)]),
  bad: 'on visit add 5 decey 30d',
  good: 'on visit add 5 decay 30d',
})
