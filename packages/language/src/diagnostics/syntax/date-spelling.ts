import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface DateSpelling {
  readonly written: string
  /** Absent where day and month could be swapped. */
  readonly meant: string | undefined
}

export const dateSpelling = defineDiagnostic<DateSpelling>({
  name: 'date-spelling',
  severity: 'error',
  message: ({ written, meant }) =>
    meant === undefined
      ? `\`${written}\` is not how a date is written: put the year first, as in \`2026-06-01\`.`
      : `\`${written}\` is not how a date is written: write \`${meant}\`.`,
  why: 'Dates are written year-month-day with four, two and two digits, because in other orders the day and the month are read differently from country to country.',
  fixes: ({ meant }, span) => (meant === undefined ? [] : [replaceWith(span, meant)]),
  safe: true,
  bad: 'when created after 2026-6-1 add 5',
  good: 'when created after 2026-06-01 add 5',
})
