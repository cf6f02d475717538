import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface ChoiceWithoutOneOf {
  /** The values, as written. */
  readonly inner: string
}

export const choiceWithoutOneOf = defineDiagnostic<ChoiceWithoutOneOf>({
  name: 'choice-without-one-of',
  severity: 'error',
  message: ({ inner }) => `A choice of values is written \`one of [${inner}]\`.`,
  why: '`one of […]` says that there is one value out of several; `list of […]` says that there may be several at once.',
  fixes: ({ inner }, span) => [replaceWith(span, `one of [${inner}]`)],
  safe: true,
  bad: 'lead { country: [DE, AT] }\nwhen country = DE add 5',
  good: 'lead { country: one of [DE, AT] }\nwhen country = DE add 5',
})
