import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface EmptyText {
  readonly condition: string
  /** The same question as it can be asked. */
  readonly meant: string
}

export const emptyText = defineDiagnostic<EmptyText>({
  name: 'empty-text',
  severity: 'warning',
  message: ({ condition, meant }) =>
    `An empty text is unknown, and \`${condition}\` does not find it. Write \`${meant}\`.`,
  why: 'A key that is left out, `null` and an empty text all mean that the value is unknown, which is equal to nothing. `is known` and `is not known` ask for it.',
  fixes: ({ meant }, span) => [replaceWith(span, meant)],
  safe: true,
  bad: 'when title = "" subtract 5',
  good: 'when title is not known subtract 5',
})
