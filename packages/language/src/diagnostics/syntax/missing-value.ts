import { defineDiagnostic } from '../diagnostic.ts'

export interface MissingValue {
  readonly after: string
}

export const missingValue = defineDiagnostic<MissingValue>({
  name: 'missing-value',
  severity: 'error',
  message: ({ after }) => `After \`${after}\` a value is missing.`,
  why: 'A comparison has two sides: an attribute, and what it is compared with.',
  bad: 'when employees > add 5',
  good: 'when employees > 10 add 5',
})
