import { defineDiagnostic } from '../diagnostic.ts'

export interface AggregateNeeds {
  readonly name: string
  readonly of: string
  readonly noun: string
  readonly needs: string
}

export const aggregateNeeds = defineDiagnostic<AggregateNeeds>({
  name: 'aggregate-needs',
  severity: 'error',
  message: ({ name, of, noun, needs }) => `\`${name} of\` needs ${needs}, and \`${of}\` is ${noun}.`,
  why: 'Sums and averages are made of numbers; the smallest and largest also of dates. For how many different values there are, write `count of distinct`.',
  bad: 'event page_view { path: text }\nwhen sum of path in page_view > 5 add 10',
  good: 'event page_view { path: text }\nwhen count of distinct path in page_view > 5 add 10',
})
