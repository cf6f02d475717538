import { defineDiagnostic } from '../diagnostic.ts'

export interface UncoveredCombination {
  /** Values of a lead that no case takes, in words. */
  readonly values: string
}

export const uncoveredCombination = defineDiagnostic<UncoveredCombination>({
  name: 'uncovered-combination',
  severity: 'warning',
  message: ({ values }) => `No case takes a lead with ${values}, which gives 0 points. Add a case, or \`else\`.`,
  why: 'The cases of this table ask about several attributes, and a combination of them meets none, though all of them are known. It gives no points, which is easily overlooked. `else: 0` says that it is meant.',
  bad: 'lead { employees: integer 0..  customer: boolean }\npoints first {\n  customer and employees >= 50: 20\n  not customer and employees >= 50: 10\n  not customer and employees < 50: 5\n}',
  good: 'lead { employees: integer 0..  customer: boolean }\npoints first {\n  customer and employees >= 50: 20\n  not customer and employees >= 50: 10\n  not customer and employees < 50: 5\n  else: 0\n}',
})
