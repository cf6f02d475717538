import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'
import { choice } from './phrases.ts'

export interface UnknownTextTest {
  readonly written: string
  readonly suggestion: string | undefined
  readonly phrases: readonly string[]
}

export const unknownTextTest = defineDiagnostic<UnknownTextTest>({
  name: 'unknown-text-test',
  severity: 'error',
  message: ({ written, suggestion, phrases }) =>
    `\`${written}\` is no way to test a text.${suggestion ? didYouMean(suggestion) : ` There is ${choice(phrases, 'and', 20)}.`}`,
  why: 'Texts are tested with `contains`, `contains word`, `starts with`, `ends with`, `like` and `matches`, each also with `any of […]`.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, suggestion)] : []),
  bad: 'when title begins with "VP" add 10',
  good: 'when title starts with "VP" add 10',
})
