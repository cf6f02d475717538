import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface ConfusableText {
  readonly word: string
  /** With the letters that it looks like. */
  readonly plain: string
  /** Those of its letters that look like others. */
  readonly letters: readonly string[]
}

export const confusableText = defineDiagnostic<ConfusableText>({
  name: 'confusable-text',
  severity: 'warning',
  message: ({ word, plain, letters }) =>
    `\`${word}\` looks like \`${plain}\`, but ${letters.map(named).join(', ')} ${letters.length === 1 ? 'is another letter' : 'are other letters'}, so that the two are never equal.`,
  why: 'Letters of other scripts, and wide or joined ones, look like plain Latin letters, and come along when text is copied. Whoever reads the model sees one word, and the data has another: the condition never holds, or a second name stands beside the first.',
  fixes: ({ plain }, span) => [replaceWith(span, plain)],
  bad: 'lead { industry: text }\nwhen industry = "S\u0430aS" add 15',
  good: 'lead { industry: text }\nwhen industry = "SaaS" add 15',
})

function named(letter: string): string {
  return `\`${letter}\` (U+${(letter.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')})`
}
