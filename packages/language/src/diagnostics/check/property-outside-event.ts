import { defineDiagnostic } from '../diagnostic.ts'

export interface PropertyOutsideEvent {
  readonly name: string
  readonly event: string
}

export const propertyOutsideEvent = defineDiagnostic<PropertyOutsideEvent>({
  name: 'property-outside-event',
  severity: 'error',
  message: ({ name, event }) =>
    `\`${name}\` belongs to the event \`${event}\`, not to the lead. Say which events are meant, as in \`any ${event}(${name} …)\` or \`on ${event}(${name} …)\`.`,
  why: 'A lead may have many events, each with its own properties. A condition on a property stands in the parentheses of the event.',
  bad: 'lead { title: text }\nevent page_view { path: text  seconds: number }\nwhen seconds > 60 add 5',
  good: 'lead { title: text }\nevent page_view { path: text  seconds: number }\nwhen any page_view(seconds > 60) add 5',
})
