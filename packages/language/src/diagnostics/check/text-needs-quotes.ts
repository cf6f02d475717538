import { defineDiagnostic, replaceWith } from '../diagnostic.ts'
import { quoted } from './phrases.ts'

export interface TextNeedsQuotes {
  readonly name: string
}

export const textNeedsQuotes = defineDiagnostic<TextNeedsQuotes>({
  name: 'text-needs-quotes',
  severity: 'error',
  message: ({ name }) => `A text stands in quotes: write \`"${name}"\`.`,
  why: 'Bare names are the values of attributes that are declared with `one of […]`. What is compared with free text is written in quotes, so that a misspelt name is never taken for a text.',
  fixes: ({ name }, span) => [replaceWith(span, quoted(name))],
  safe: true,
  bad: 'lead { source: text }\nwhen source = webinar add 10',
  good: 'lead { source: text }\nwhen source = "webinar" add 10',
})
