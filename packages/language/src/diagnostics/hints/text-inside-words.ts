import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface TextInsideWords {
  readonly text: string
  /** A common word in which it stands: `Director`. */
  readonly inside: string
  /** As written, and with `word` put in: `contains any of`, `contains any word of`. */
  readonly operator: string
  readonly better: string
}

export const textInsideWords = defineDiagnostic<TextInsideWords>({
  name: 'text-inside-words',
  severity: 'hint',
  message: ({ text, inside, operator, better }) =>
    `\`${operator}\` finds "${text}" inside "${inside}" too. Write \`${better}\` to find it only as a word.`,
  why: '`contains` looks for the letters wherever they stand, and short ones stand inside many words: "CTO" in Director, "COO" in Coordinator, "intern" in International. `contains word` and `contains any word of` want no letter before or after.',
  fixes: ({ operator, better }, span) => {
    const start = span.source.text.lastIndexOf(operator, span.start)
    const between = span.source.text.slice(start + operator.length, span.start)
    const known = start >= 0 && /^\s*(\[[^\]]*)?$/.test(between)
    return known ? [replaceWith({ ...span, start, end: start + operator.length }, better)] : []
  },
  bad: 'when title contains "CTO" add 20',
  good: 'when title contains word "CTO" add 20',
})
