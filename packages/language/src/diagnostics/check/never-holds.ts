import { defineDiagnostic } from '../diagnostic.ts'

export interface NeverHolds {
  readonly condition: string
  readonly of: string
  /** What it can be. */
  readonly range: string
}

export const neverHolds = defineDiagnostic<NeverHolds>({
  name: 'never-holds',
  severity: 'warning',
  message: ({ condition, of, range }) => `\`${condition}\` can never hold: \`${of}\` is declared as ${range}.`,
  why: 'A value outside its declared range is taken as unknown, which is equal to nothing. Correct the number, or widen the declaration.',
  bad: 'lead { employees: integer 1.. }\nwhen employees = 0 subtract 5',
  good: 'lead { employees: integer 1.. }\nwhen employees = 1 subtract 5',
})
