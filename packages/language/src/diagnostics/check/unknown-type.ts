import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'

export interface UnknownType {
  readonly name: string
  readonly suggestion: string | undefined
}

export const unknownType = defineDiagnostic<UnknownType>({
  name: 'unknown-type',
  severity: 'error',
  message: ({ name, suggestion }) =>
    `There is no type \`${name}\`.${suggestion ? didYouMean(suggestion) : ' There is `text`, `number`, `integer`, `boolean`, `date`, `one of […]` and `list of […]`.'}`,
  why: 'The type says which values an attribute may have. Everything else is taken as unknown, and reported.',
  fixes: ({ suggestion }, span) => (suggestion && !suggestion.includes('[') ? [replaceWith(span, suggestion)] : []),
  bad: 'lead { title: string }\nwhen title contains "manager" add 10',
  good: 'lead { title: text }\nwhen title contains "manager" add 10',
})
