import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export const equalsForColon = defineDiagnostic<object>({
  name: 'equals-for-colon',
  severity: 'error',
  message: () => 'Write `:` here, not `=`.',
  why: 'A colon says what something is: the type of an attribute, the value in a test, the points of a case. `=` compares, or gives a name to a value.',
  fixes: (_, span) => [replaceWith(span, ':')],
  safe: true,
  bad: 'lead {\n  title = text\n}\nwhen title is known add 5',
  good: 'lead {\n  title: text\n}\nwhen title is known add 5',
})
