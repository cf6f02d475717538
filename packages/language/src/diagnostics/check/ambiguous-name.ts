import { defineDiagnostic, replaceWith } from '../diagnostic.ts'
import { quoted } from './phrases.ts'

export interface AmbiguousName {
  readonly name: string
  readonly what: 'attribute' | 'property'
  /** How to write what it names. */
  readonly spelling: string
}

export const ambiguousName = defineDiagnostic<AmbiguousName>({
  name: 'ambiguous-name',
  severity: 'error',
  message: ({ name, what, spelling }) =>
    what === 'attribute'
      ? `\`${name}\` is an attribute, and a bare name here is a value. Write \`${spelling}\` for the attribute, or \`"${name}"\` for the value.`
      : `\`${name}\` is a property of this event, and a bare name here is a value. Write \`${spelling}\` for the property, or \`"${name}"\` for the value.`,
  why: 'Right of `=`, in brackets, after `contains` and as a case, a bare name is a value such as SaaS. Where the same name is an attribute too, either could be meant.',
  fixes: ({ name, spelling }, span) => [replaceWith(span, spelling), replaceWith(span, quoted(name))],
  bad: 'lead { country: one of [DE, AT]  billing_country: one of [DE, AT] }\nwhen country = billing_country add 5',
  good: 'lead { country: one of [DE, AT]  billing_country: one of [DE, AT] }\nwhen country = lead.billing_country add 5',
})
