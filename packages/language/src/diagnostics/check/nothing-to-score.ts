import { defineDiagnostic } from '../diagnostic.ts'

export const nothingToScore = defineDiagnostic<Record<string, never>>({
  name: 'nothing-to-score',
  severity: 'error',
  message: () => '`qualify at` compares a score with a number, and this model has no rule that gives points.',
  why: 'Points come from rules: `when … add 10`, `on … add 5`.',
  bad: 'qualify at 50',
  good: 'on visit add 5\nqualify at 50',
})
