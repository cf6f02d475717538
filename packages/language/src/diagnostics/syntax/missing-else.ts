import { defineDiagnostic } from '../diagnostic.ts'

export const missingElse = defineDiagnostic<object>({
  name: 'missing-else',
  severity: 'error',
  message: () => 'The last line of a grade is `else` with a label for everyone else.',
  why: 'Every lead has exactly one label of a grade, so there is one for those whom no line fits.',
  fixes: (_, span) => [
    { title: 'Add `else Other`', edits: [{ span: { ...span, end: span.start }, text: '  else Other\n' }] },
  ],
  bad: 'score fit {\n  when customer add 60\n}\ngrade tier from fit {\n  A at 50\n}',
  good: 'score fit {\n  when customer add 60\n}\ngrade tier from fit {\n  A at 50\n  else B\n}',
})
