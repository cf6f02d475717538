import { defineDiagnostic } from '../diagnostic.ts'

export interface ValueNeverScored {
  readonly attribute: string
  readonly value: string
}

export const valueNeverScored = defineDiagnostic<ValueNeverScored>({
  name: 'value-never-scored',
  severity: 'hint',
  message: ({ attribute, value }) =>
    `No rule names \`${value}\`, as rules do with most values of \`${attribute}\`: such a lead is treated like one of whom it is not known. Name it in a rule, if it was forgotten.`,
  why: 'Where nearly every value of an attribute is named somewhere in the model, one that is not was often added later and forgotten. A table with `else` says what all others give.',
  bad: 'lead { source: one of [ads, fair, partner, search, webinar] }\nwhen source in [ads, search] add 5\nwhen source in [fair, partner] add 10',
  good: 'lead { source: one of [ads, fair, partner, search, webinar] }\nwhen source in [ads, search] add 5\nwhen source in [fair, partner, webinar] add 10',
})
