import { defineDiagnostic } from '../diagnostic.ts'

export interface MissingCondition {
  readonly after: string
}

export const missingCondition = defineDiagnostic<MissingCondition>({
  name: 'missing-condition',
  severity: 'error',
  message: ({ after }) => `After \`${after}\` a condition is missing.`,
  why: 'A condition compares something (`employees > 50`), asks about events (`any demo_request`), or names a segment or a yes-or-no attribute.',
  bad: 'when add 5',
  good: 'when customer add 5',
})
