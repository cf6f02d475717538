import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'

export interface UnknownTimezone {
  readonly name: string
  readonly suggestion: string | undefined
}

export const unknownTimezone = defineDiagnostic<UnknownTimezone>({
  name: 'unknown-timezone',
  severity: 'error',
  message: ({ name, suggestion }) =>
    `There is no time zone "${name}".${didYouMean(suggestion)} Zones are named like "Europe/Berlin" or "America/New_York", or "UTC".`,
  why: 'The time zone says when a day begins: for dates without a time, for `per day`, and for `hour` and `weekday`. Its name carries the changes of the clocks; an abbreviation or an offset such as +01:00 does not.',
  fixes: ({ suggestion }, span) => (suggestion === undefined ? [] : [replaceWith(span, `"${suggestion}"`)]),
  bad: 'timezone "Berlin"\non visit(weekday = Monday) add 5',
  good: 'timezone "Europe/Berlin"\non visit(weekday = Monday) add 5',
})
