import { defineDiagnostic } from '../diagnostic.ts'

export interface InvalidDate {
  readonly date: string
}

export const invalidDate = defineDiagnostic<InvalidDate>({
  name: 'invalid-date',
  severity: 'error',
  message: ({ date }) => `There is no ${date} in the calendar.`,
  why: 'Dates are written year-month-day, as in `2026-06-01`, with a time as in `2026-06-01T09:30:00Z`.',
  bad: 'lead { created: date }\nwhen created before 2026-02-31 add 5',
  good: 'lead { created: date }\nwhen created before 2026-02-28 add 5',
})
