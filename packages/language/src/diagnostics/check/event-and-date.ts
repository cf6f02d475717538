import { defineDiagnostic } from '../diagnostic.ts'

export interface EventAndDate {
  readonly name: string
}

export const eventAndDate = defineDiagnostic<EventAndDate>({
  name: 'event-and-date',
  severity: 'error',
  message: ({ name }) =>
    `\`${name}\` is an event and a date of the lead, so that \`on ${name}\` could mean either. Rename one of them; a key in the data is kept with \`from "${name}"\`.`,
  why: 'The name of a date attribute can stand where an event stands, as one event at that time.',
  bad: 'lead { signup: date }\nevent signup { plan: one of [free, pro] }\non signup(pro) add 10\nwhen lead.signup within 30d add 5',
  good: 'lead { signed_up: date from "signup" }\nevent signup { plan: one of [free, pro] }\non signup(pro) add 10\nwhen signed_up within 30d add 5',
})
