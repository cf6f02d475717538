import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface TimeWithoutZone {
  readonly date: string
}

export const timeWithoutZone = defineDiagnostic<TimeWithoutZone>({
  name: 'time-without-zone',
  severity: 'error',
  message: ({ date }) =>
    `\`${date}\` does not say in which time zone: write \`${date}Z\`, an offset as in \`${date}+02:00\`, or a \`timezone\` line at the top of the model.`,
  why: 'Half past nine is another moment in Berlin than in Boston. With `timezone "Europe/Berlin"`, times without a zone are meant there; without it nothing can be said of them.',
  fixes: ({ date }, span) => [replaceWith(span, `${date}Z`)],
  bad: 'lead { created: date }\nwhen created before 2026-06-01T09:30 add 5',
  good: 'lead { created: date }\nwhen created before 2026-06-01T09:30Z add 5',
})
