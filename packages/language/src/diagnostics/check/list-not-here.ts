import { defineDiagnostic } from '../diagnostic.ts'

export const listNotHere = defineDiagnostic<Record<string, never>>({
  name: 'list-not-here',
  severity: 'error',
  message: () => 'A list in brackets stands after `in`, `any of` or `all of`, and nowhere else.',
  why: 'A list is compared with, never computed with or counted.',
  bad: 'when min([1, 2], 3) > seats add 5',
  good: 'when min(2, 3) > seats add 5',
})
