import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export const colonForEquals = defineDiagnostic<object>({
  name: 'colon-for-equals',
  severity: 'error',
  message: () => 'Write `=` here, not `:`.',
  why: '`=` compares two values, and gives a name to a value. A colon stands in declarations, tables and the data of tests.',
  fixes: (_, span) => [replaceWith(span, ' =', 'Write `=`')],
  safe: true,
  bad: 'when country: DE add 5',
  good: 'when country = DE add 5',
})
