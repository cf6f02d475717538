import { defineDiagnostic } from '../diagnostic.ts'

export interface UnclosedBrace {
  /** The opening one. */
  readonly sign: string
  /** Of the opening one. */
  readonly line: number
  /** The offset behind the last word that it can hold. */
  readonly end: number
}

export const unclosedBrace = defineDiagnostic<UnclosedBrace>({
  name: 'unclosed-brace',
  severity: 'error',
  message: ({ sign, line }) => `The \`${sign}\` in line ${line} is never closed.`,
  why: 'A block or a table ends with `}`. Where one is missing, the rules after it would belong to a block that they were not written for.',
  fixes: ({ sign, end }, span) =>
    sign === '{' ? [{ title: 'Close it', edits: [{ span: { ...span, start: end, end }, text: '\n}' }] }] : [],
  bad: 'score fit {\n  when customer add 5\n\nqualify at 5',
  good: 'score fit {\n  when customer add 5\n}\n\nqualify at 5',
})
