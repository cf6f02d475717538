import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface AttributeInPattern {
  readonly name: string
  readonly event: string
}

export const attributeInPattern = defineDiagnostic<AttributeInPattern>({
  name: 'attribute-in-pattern',
  severity: 'error',
  message: ({ name, event }) =>
    `In the parentheses of \`${event}\` names are its properties. Write \`lead.${name}\` for the attribute of the lead.`,
  why: 'Within an event pattern, and in the points of an `on` rule, a name is a property of the event. What belongs to the lead is written with `lead.` before it.',
  fixes: ({ name }, span) => [replaceWith(span, `lead.${name}`)],
  safe: true,
  bad: 'lead { seats: integer }\nevent purchase { amount: number }\non purchase(amount > seats) add 10',
  good: 'lead { seats: integer }\nevent purchase { amount: number }\non purchase(amount > lead.seats) add 10',
})
