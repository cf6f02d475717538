import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export const semicolon = defineDiagnostic<object>({
  name: 'semicolon',
  severity: 'error',
  message: () => 'No sign ends a line: leave the semicolon out.',
  why: 'Every rule starts with a word such as `when` or `on`, which shows where the one before it ends.',
  fixes: (_, span) => [replaceWith(span, '', 'Remove it')],
  safe: true,
  bad: 'when customer add 5;',
  good: 'when customer add 5',
})
