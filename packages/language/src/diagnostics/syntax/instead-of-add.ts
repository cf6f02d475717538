import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface InsteadOfAdd {
  readonly written: string
}

export const insteadOfAdd = defineDiagnostic<InsteadOfAdd>({
  name: 'instead-of-add',
  severity: 'error',
  message: ({ written }) => `Points are given with \`add\` and taken with \`subtract\`, not with \`${written}\`.`,
  why: 'A rule reads as a sentence: `when customer add 5`.',
  fixes: ({ written }, span) => [
    written === 'then'
      ? replaceWith(span, '', 'Remove `then`')
      : replaceWith(span, written === '-' ? 'subtract' : /^\d/.test(written) ? `add ${written}` : 'add'),
  ],
  safe: true,
  bad: 'when customer then add 5',
  good: 'when customer add 5',
})
