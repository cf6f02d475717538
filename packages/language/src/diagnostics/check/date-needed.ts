import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface DateNeeded {
  readonly written: string
  readonly noun: string
  readonly suggestion: string | undefined
}

export const dateNeeded = defineDiagnostic<DateNeeded>({
  name: 'date-needed',
  severity: 'error',
  message: ({ written, noun, suggestion }) =>
    `Only a date has an age, and \`${written}\` is ${noun}.${suggestion === undefined ? '' : ` Write \`${suggestion}\`.`}`,
  why: '`within`, `older than`, `before`, `after`, `in next` and `days since` ask when something was. Dates are written without quotes: `2026-06-01`.',
  fixes: ({ suggestion }, span) => (suggestion === undefined ? [] : [replaceWith(span, suggestion)]),
  bad: 'lead { created: date }\nwhen created before "2026-01-01" add 5',
  good: 'lead { created: date }\nwhen created before 2026-01-01 add 5',
})
