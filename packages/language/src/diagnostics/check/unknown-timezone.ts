import { defineDiagnostic } from '../diagnostic.ts'

export interface UnknownTimezone {
  readonly name: string
}

export const unknownTimezone = defineDiagnostic<UnknownTimezone>({
  name: 'unknown-timezone',
  severity: 'error',
  message: ({ name }) =>
    `There is no time zone "${name}". Zones are named like "Europe/Berlin" or "America/New_York", or "UTC".`,
  why: 'The time zone says when a day begins: for dates without a time, for `per day`, and for `hour` and `weekday`. Its name carries the changes of the clocks; an abbreviation or an offset such as +01:00 does not.',
  bad: 'timezone "Berlin"\non visit(weekday = Monday) add 5',
  good: 'timezone "Europe/Berlin"\non visit(weekday = Monday) add 5',
})
