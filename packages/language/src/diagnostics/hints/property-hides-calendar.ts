import { defineDiagnostic } from '../diagnostic.ts'

export interface PropertyHidesCalendar {
  readonly property: string
  readonly event: string
  /** What the name means for every other event: "the hour in which it happened". */
  readonly usual: string
}

export const propertyHidesCalendar = defineDiagnostic<PropertyHidesCalendar>({
  name: 'property-hides-calendar',
  severity: 'hint',
  message: ({ property, event, usual }) =>
    `For \`${event}\` the name \`${property}\` now means this property, not ${usual}. Give it another name and its key with \`from "${property}"\`.`,
  why: 'Every event has `at`, `hour`, `day`, `week`, `month` and `weekday`, read from its time. A declared property of that name wins for its own event, so that the same word means two things in one model.',
  bad: 'event call { hour: integer }\non call add 5',
  good: 'event call { call_hour: integer from "hour" }\non call add 5',
})
