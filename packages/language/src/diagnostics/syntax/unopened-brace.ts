import { defineDiagnostic } from '../diagnostic.ts'

export interface UnopenedBrace {
  /** The word that the block begins with. */
  readonly word: string
}

export const unopenedBrace = defineDiagnostic<UnopenedBrace>({
  name: 'unopened-brace',
  severity: 'error',
  message: ({ word }) => `The \`{\` of this \`${word}\` is missing.`,
  why: 'What belongs to a block stands between `{` and `}`. Here a block ends that was never begun.',
  fixes: (_, span) => [{ title: 'Write `{`', edits: [{ span, text: ' {' }] }],
  bad: 'score fit\n  when customer add 5\n}\n\nqualify at 5',
  good: 'score fit {\n  when customer add 5\n}\n\nqualify at 5',
})
