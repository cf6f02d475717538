import { defineDiagnostic } from '../diagnostic.ts'

export interface OverlappingCases {
  readonly first: string
  readonly second: string
  readonly value: string
}

export const overlappingCases = defineDiagnostic<OverlappingCases>({
  name: 'overlapping-cases',
  severity: 'error',
  message: ({ first, second, value }) =>
    `${value} is in \`${first}\` and in \`${second}\`, so that it is not clear which points it gets.`,
  why: 'In a table exactly one case applies to a lead, and the order of the cases says nothing. For bands that meet, leave the upper end out of one: `10..<50`.',
  bad: 'points by employees { 0..50: 5  50..500: 15  else: 20 }',
  good: 'points by employees { 0..<50: 5  50..500: 15  else: 20 }',
})
