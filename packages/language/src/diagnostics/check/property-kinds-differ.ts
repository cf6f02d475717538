import { defineDiagnostic } from '../diagnostic.ts'

export interface PropertyKindsDiffer {
  readonly event: string
  readonly property: string
  readonly first: string
  readonly second: string
}

export const propertyKindsDiffer = defineDiagnostic<PropertyKindsDiffer>({
  name: 'property-kinds-differ',
  severity: 'error',
  message: ({ event, property, first, second }) =>
    `\`${event}\` is made of events whose property \`${property}\` is ${first} in one and ${second} in another. Rename one of the two, or make two derived events.`,
  why: 'A rule on the derived event could not tell what to compare the property with.',
  bad: 'event view { length: number }\nevent call { length: text }\nevent contact from view or call\non contact add 5',
  good: 'event view { length: number }\nevent call { length: number }\nevent contact from view or call\non contact add 5',
})
