import { textOf } from '../../syntax/source.ts'
import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface NoPrimaryProperty {
  readonly event: string
  /** A date attribute. */
  readonly moment: boolean
  readonly properties: readonly string[]
}

export const noPrimaryProperty = defineDiagnostic<NoPrimaryProperty>({
  name: 'no-primary-property',
  severity: 'error',
  message: ({ event, moment, properties }) =>
    moment
      ? `\`${event}\` is a date and has no properties, so that nothing can be compared with this value.`
      : properties.length > 0
        ? `\`${event}\` is made of events with different first properties. Say which is meant, as in \`${event}(${properties[0]} = …)\`.`
        : `\`${event}\` has no properties that this value could be compared with.`,
  why: 'A value by itself in the parentheses of an event is compared with its first property.',
  fixes: ({ properties }, span) => properties.map(name => replaceWith(span, `${name} = ${textOf(span)}`)),
  bad: 'event visit {}\non visit(pricing) add 5',
  good: 'event visit { page: one of [pricing, home] }\non visit(pricing) add 5',
})
