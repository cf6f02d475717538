import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'
import { choice } from './phrases.ts'

export interface UnknownProperty {
  readonly name: string
  readonly event: string
  readonly properties: readonly string[]
  readonly suggestion: string | undefined
}

export const unknownProperty = defineDiagnostic<UnknownProperty>({
  name: 'unknown-property',
  severity: 'error',
  message: ({ name, event, properties, suggestion }) =>
    `\`${event}\` has no property \`${name}\`.${suggestion ? didYouMean(suggestion) : has(properties)}`,
  why: 'An event that declares properties has those and no others, besides its time: `at`, `hour`, `day`, `week`, `month` and `weekday`. A derived event carries the properties of the events that it is made of.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, suggestion)] : []),
  bad: 'event page_view { path: text  seconds: number }\non page_view(second > 10) add 5',
  good: 'event page_view { path: text  seconds: number }\non page_view(seconds > 10) add 5',
})

function has(properties: readonly string[]): string {
  return properties.length > 0 ? ` It has ${choice(properties, 'and')}.` : ''
}
