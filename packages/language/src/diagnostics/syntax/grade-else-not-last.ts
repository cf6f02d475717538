import { defineDiagnostic } from '../diagnostic.ts'

export const gradeElseNotLast = defineDiagnostic<object>({
  name: 'grade-else-not-last',
  severity: 'error',
  message: () => '`else` stands once, in the last line of a grade.',
  why: 'Lines after `else` could never be reached.',
  bad: 'score fit {\n  when customer add 60\n}\ngrade tier from fit {\n  else B\n  A at 50\n}',
  good: 'score fit {\n  when customer add 60\n}\ngrade tier from fit {\n  A at 50\n  else B\n}',
})
