import { defineDiagnostic } from '../diagnostic.ts'

export interface ConflictingUse {
  readonly name: string
  readonly first: string
  readonly second: string
}

export const conflictingUse = defineDiagnostic<ConflictingUse>({
  name: 'conflicting-use',
  severity: 'error',
  message: ({ name, first, second }) => `\`${name}\` is ${second} here, but ${first} elsewhere.`,
  why: 'Without a `lead` block the type of an attribute follows from how it is used, so that all uses must agree. Correct one of the two places, or declare the attribute.',
  bad: 'when employees > 100 add 10\nwhen employees starts with "1" add 5',
  good: 'when employees > 100 add 10\nwhen employees in 10..19 add 5',
})
