import { defineDiagnostic } from '../diagnostic.ts'

export interface UnfinishedStatement {
  /** The word it begins with. */
  readonly word: string
}

export const unfinishedStatement = defineDiagnostic<UnfinishedStatement>({
  name: 'unfinished-statement',
  severity: 'error',
  message: ({ word }) =>
    `The \`${word}\` before the end of this line is not finished: the next line begins a rule of its own.`,
  why: 'Line breaks carry no meaning, so what is not finished goes on in the next line, here with the wrong words.',
  bad: 'disqualify "customer"\nwhen customer add 5',
  good: 'disqualify "customer" when customer\nwhen employees > 5 add 5',
})
