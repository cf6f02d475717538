import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'

export interface UnknownAttribute {
  readonly name: string
  readonly suggestion: string | undefined
}

export const unknownAttribute = defineDiagnostic<UnknownAttribute>({
  name: 'unknown-attribute',
  severity: 'error',
  message: ({ name, suggestion }) => `The \`lead\` block has no attribute \`${name}\`.${didYouMean(suggestion)}`,
  why: 'The data of a test are read like the data of a lead: an attribute that is not declared would be left out, and the test would prove something else than it says.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, suggestion)] : []),
  bad: 'lead { employees: integer }\nwhen employees > 100 add 10\ntest "large" {\n  lead { employes: 500 }\n  expect total = 10\n}',
  good: 'lead { employees: integer }\nwhen employees > 100 add 10\ntest "large" {\n  lead { employees: 500 }\n  expect total = 10\n}',
})
