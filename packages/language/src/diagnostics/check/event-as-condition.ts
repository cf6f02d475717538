import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface EventAsCondition {
  readonly name: string
}

export const eventAsCondition = defineDiagnostic<EventAsCondition>({
  name: 'event-as-condition',
  severity: 'error',
  message: ({ name }) =>
    `\`${name}\` is an event. Write \`any ${name}\` to ask whether it happened, \`count of ${name}\` for how often, or \`on ${name} add …\` for points for each.`,
  why: 'By itself the name of an event stands for all of its events, which is neither a condition nor a value.',
  fixes: ({ name }, span) => [replaceWith(span, `any ${name}`)],
  bad: 'event download\nwhen download add 10',
  good: 'event download\nwhen any download add 10',
})
