import { defineDiagnostic } from '../diagnostic.ts'

export interface UnclosedBracket {
  /** The opening one. */
  readonly sign: string
  /** Of the opening one. */
  readonly line: number
}

export const unclosedBracket = defineDiagnostic<UnclosedBracket>({
  name: 'unclosed-bracket',
  severity: 'error',
  message: ({ sign, line }) => `The \`${sign}\` in line ${line} is never closed.`,
  why: 'Round and square brackets come in pairs, and close before the next rule begins.',
  bad: 'when country in [DE, AT add 5',
  good: 'when country in [DE, AT] add 5',
})
