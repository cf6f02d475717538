import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface LoneCloser {
  readonly sign: string
}

export const loneCloser = defineDiagnostic<LoneCloser>({
  name: 'lone-closer',
  severity: 'error',
  message: ({ sign }) => `This \`${sign}\` closes nothing: there is no opening one before it.`,
  why: 'Brackets come in pairs. Remove this one, or put back the one that opens it.',
  fixes: (_, span) => [replaceWith(span, '', 'Remove it')],
  bad: 'when customer add 5\n}',
  good: 'when customer add 5',
})
