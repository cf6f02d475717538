import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'

export interface UnknownName {
  readonly name: string
  readonly suggestion: string | undefined
}

export const unknownName = defineDiagnostic<UnknownName>({
  name: 'unknown-name',
  severity: 'error',
  message: ({ name, suggestion }) =>
    `Nothing is called \`${name}\` here.${suggestion ? didYouMean(suggestion) : ' If it is an attribute, declare it in the `lead` block.'}`,
  why: 'Once a `lead` block declares attributes, every name in a rule must be one of them, or a `let`, `segment`, score, grade or stage. A misspelt name would otherwise be an attribute that no lead has, and its rule would never count.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, suggestion)] : []),
  bad: 'lead { industry: text  employees: integer }\nwhen employes > 100 add 10',
  good: 'lead { industry: text  employees: integer }\nwhen employees > 100 add 10',
})
