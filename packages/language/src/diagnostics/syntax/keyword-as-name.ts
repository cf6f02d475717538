import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface KeywordAsName {
  readonly word: string
}

export const keywordAsName = defineDiagnostic<KeywordAsName>({
  name: 'keyword-as-name',
  severity: 'error',
  message: ({ word }) => `\`${word}\` is a word of the language. As a name it stands in backticks.`,
  why: 'Some words begin rules or join conditions, so that they cannot be names by themselves. In backticks every word is a name.',
  fixes: ({ word }, span) => [replaceWith(span, `\`${word}\``, 'Put it in backticks')],
  bad: 'segment test when customer\nwhen `test` add 5',
  good: 'segment `test` when customer\nwhen `test` add 5',
})
