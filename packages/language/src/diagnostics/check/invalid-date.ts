import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface InvalidDate {
  readonly date: string
}

export const invalidDate = defineDiagnostic<InvalidDate>({
  name: 'invalid-date',
  severity: 'error',
  message: ({ date }) => `There is no ${date} in the calendar.`,
  why: 'Dates are written year-month-day, as in `2026-06-01`, with a time as in `2026-06-01T09:30:00Z`.',
  fixes: ({ date }, span) => {
    const [year = 0, month = 0] = date.split('-').map(Number)
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
    return month >= 1 && month <= 12 ? [replaceWith(span, `${date.slice(0, 7)}-${last}${date.slice(10)}`)] : []
  },
  bad: 'lead { created: date }\nwhen created before 2026-02-31 add 5',
  good: 'lead { created: date }\nwhen created before 2026-02-28 add 5',
})
