import { defineDiagnostic, replaceWith } from '../diagnostic.ts'
import { quoted } from './phrases.ts'

export interface NotAValue {
  readonly written: string
}

export const notAValue = defineDiagnostic<NotAValue>({
  name: 'not-a-value',
  severity: 'error',
  message: ({ written }) =>
    `\`${written}\` is no value that can stand in a list. Write names, numbers, or texts in quotes.`,
  why: 'A list holds plain values. What looks like something else, such as a date or a length of time, is written in quotes.',
  fixes: ({ written }, span) => [replaceWith(span, quoted(written))],
  bad: 'lead { plan: one of [trial, 30d] }\nwhen plan = trial add 5',
  good: 'lead { plan: one of [trial, "30d"] }\nwhen plan = trial add 5',
})
