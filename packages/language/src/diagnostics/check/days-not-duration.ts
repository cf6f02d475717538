import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface DaysNotDuration {
  readonly written: string
  readonly suggestion: string | undefined
}

export const daysNotDuration = defineDiagnostic<DaysNotDuration>({
  name: 'days-not-duration',
  severity: 'error',
  message: ({ written, suggestion }) =>
    `\`days since\` is a number of days, so compare it with a number${suggestion === undefined ? '' : `: \`${suggestion}\``}, not with \`${written}\`.`,
  why: '`days since last download > 30` counts days; `30d` is a length of time, as `within` takes it.',
  fixes: ({ suggestion }, span) => (suggestion === undefined ? [] : [replaceWith(span, suggestion)]),
  safe: true,
  bad: 'when days since last download > 30d subtract 10',
  good: 'when days since last download > 30 subtract 10',
})
