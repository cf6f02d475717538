import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface EventAsDate {
  readonly name: string
  /** The same question about events. */
  readonly meant: string
}

export const eventAsDate = defineDiagnostic<EventAsDate>({
  name: 'event-as-date',
  severity: 'hint',
  message: ({ name, meant }) =>
    `Asked this way, \`${name}\` is a date of the lead and no event, here and wherever else it stands. Write \`${meant}\` for events, or declare \`lead { ${name}: date }\`.`,
  why: 'A date of the lead can stand where an event stands, as one event at that time. Where nothing is declared, its use decides: alone before `within` it is a date; after `any`, `no`, `count of` or `on` it is an event.',
  fixes: ({ meant }, span) => [replaceWith(span, meant)],
  bad: 'on download add 5\nwhen download within 7d add 5',
  good: 'on download add 5\nwhen any download within 7d add 5',
})
