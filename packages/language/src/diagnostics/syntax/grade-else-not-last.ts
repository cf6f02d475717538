import { defineDiagnostic, takeOut } from '../diagnostic.ts'
import { type Behind, moveBehind } from '../rows.ts'

export interface GradeElseNotLast {
  /** Nothing where the last line is an `else` too. */
  readonly move: Behind | undefined
}

export const gradeElseNotLast = defineDiagnostic<GradeElseNotLast>({
  name: 'grade-else-not-last',
  severity: 'error',
  message: () => '`else` stands once, in the last line of a grade.',
  why: 'Lines after `else` could never be reached.',
  fixes: ({ move }, span) => [move ? moveBehind(move) : takeOut(span, ',')],
  bad: 'score fit {\n  when customer add 60\n}\ngrade tier from fit {\n  else B\n  A at 50\n}',
  good: 'score fit {\n  when customer add 60\n}\ngrade tier from fit {\n  A at 50\n  else B\n}',
})
