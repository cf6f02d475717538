import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface AmbiguousUnit {
  readonly value: number
  readonly unit: string
  /** The readings, with what each counts. */
  readonly offers: readonly { readonly text: string; readonly of: string }[]
}

export const ambiguousUnit = defineDiagnostic<AmbiguousUnit>({
  name: 'ambiguous-unit',
  severity: 'error',
  message: ({ value, unit, offers }) =>
    `\`${value}${unit}\` could mean ${offers.map(({ text, of }) => `\`${text}\` (${of})`).join(' or ')}. Write the one that is meant.`,
  why: 'Months and years differ in length, and `m` could be minutes or months. Units are exact: `s`, `min`, `h`, `d` of 24 hours, `w` of seven days.',
  fixes: ({ offers }, span) => offers.map(({ text }) => replaceWith(span, text)),
  bad: 'on download within 3mo add 20',
  good: 'on download within 90d add 20',
})
