import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'
import { choice } from './phrases.ts'

export interface UnknownAggregate {
  readonly name: string
  readonly suggestion: string | undefined
  readonly names: readonly string[]
}

export const unknownAggregate = defineDiagnostic<UnknownAggregate>({
  name: 'unknown-aggregate',
  severity: 'error',
  message: ({ name, suggestion, names }) =>
    `There is nothing called \`${name} of\`.${suggestion ? didYouMean(suggestion) : ` There is ${choice(names, 'and')}.`}`,
  why: 'What can be said about several events at once: how many there are, or the sum, average, smallest, largest, first or last of one of their properties.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, suggestion)] : []),
  bad: 'when avarage of seconds in page_view > 30 add 10',
  good: 'when average of seconds in page_view > 30 add 10',
})
