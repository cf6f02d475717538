import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export interface RangeNotAllowed {
  readonly type: string
}

export const rangeNotAllowed = defineDiagnostic<RangeNotAllowed>({
  name: 'range-not-allowed',
  severity: 'error',
  message: ({ type }) => `\`${type}\` takes no range. Only \`number\` and \`integer\` do.`,
  why: 'A range says which numbers can occur.',
  fixes: (_, span) => [takeOut(span)],
  bad: 'lead { title: text 0..100 }\nwhen title contains "manager" add 5',
  good: 'lead { title: text }\nwhen title contains "manager" add 5',
})
