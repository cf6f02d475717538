import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface AmbiguousName {
  readonly name: string
  readonly what: 'attribute' | 'property'
  /** How to write what it names. */
  readonly spelling: string
  /** How to write the value, where there can be one. */
  readonly value: string | undefined
  /** Between square brackets, where only values stand. */
  readonly inList: boolean
}

export const ambiguousName = defineDiagnostic<AmbiguousName>({
  name: 'ambiguous-name',
  severity: 'error',
  message: ({ name, what, spelling, value, inList }) => {
    const is = `\`${name}\` is ${what === 'attribute' ? 'an attribute' : 'a property of this event'}`
    const orWrite = (write: string) => (value === undefined ? '' : `, or ${write}\`${value}\` for the value`)
    return inList
      ? `${is}, and a list holds values only. Compare with the ${what} outside the list, with \`= ${spelling}\`${orWrite('write ')}.`
      : `${is}, and a bare name here is a value. Write \`${spelling}\` for the ${what}${orWrite('')}.`
  },
  why: 'Right of `=`, in brackets, after `contains` and as a case, a bare name is a value such as SaaS. Where the same name is an attribute too, either could be meant.',
  fixes: ({ spelling, value, inList }, span) =>
    [inList ? undefined : spelling, value].filter(text => text !== undefined).map(text => replaceWith(span, text)),
  bad: 'lead { country: one of [DE, AT]  billing_country: one of [DE, AT] }\nwhen country = billing_country add 5',
  good: 'lead { country: one of [DE, AT]  billing_country: one of [DE, AT] }\nwhen country = lead.billing_country add 5',
})
