import { defineDiagnostic } from '../diagnostic.ts'

export interface DuplicateCase {
  readonly value: string
}

export const duplicateCase = defineDiagnostic<DuplicateCase>({
  name: 'duplicate-case',
  severity: 'error',
  message: ({ value }) => `The case \`${value}\` stands in this table already. One of the two would never be used.`,
  why: 'In a table exactly one case applies to a lead.',
  bad: 'points by industry { SaaS: 10  Retail: 5  saas: 20  else: 0 }',
  good: 'points by industry { SaaS: 10  Retail: 5  else: 0 }',
})
