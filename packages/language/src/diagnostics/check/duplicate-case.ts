import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'
import { takeOutCase } from '../rows.ts'

export interface DuplicateCase {
  readonly value: string
  /** The case with what is given for it alone. */
  readonly written: Span
  /** Where the next case of its row begins, if it is the first of several. */
  readonly next?: number
}

export const duplicateCase = defineDiagnostic<DuplicateCase>({
  name: 'duplicate-case',
  severity: 'error',
  message: ({ value }) => `The case \`${value}\` stands in this table already. One of the two would never be used.`,
  why: 'In a table exactly one case applies to a lead.',
  fixes: ({ written, next }) => [takeOutCase(written, next)],
  bad: 'points by industry { SaaS: 10  Retail: 5  saas: 20  else: 0 }',
  good: 'points by industry { SaaS: 10  Retail: 5  else: 0 }',
})
