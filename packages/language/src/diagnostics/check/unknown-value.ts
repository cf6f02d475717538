import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'
import { asValue, choice } from './phrases.ts'

export interface UnknownValue {
  readonly value: string
  readonly of: string
  readonly values: readonly string[]
  readonly suggestion: string | undefined
}

export const unknownValue = defineDiagnostic<UnknownValue>({
  name: 'unknown-value',
  severity: 'error',
  message: ({ value, of, values, suggestion }) =>
    `\`${value}\` is no value of \`${of}\`.${suggestion ? didYouMean(suggestion) : ` It can be ${choice(values, 'or')}.`}`,
  why: 'An attribute that is declared with `one of […]` has those values only. A comparison with any other would never hold.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, asValue(suggestion))] : []),
  bad: 'lead { industry: one of [SaaS, Fintech, Retail] }\nwhen industry = Fintec add 15',
  good: 'lead { industry: one of [SaaS, Fintech, Retail] }\nwhen industry = Fintech add 15',
})
