import { defineDiagnostic } from '../diagnostic.ts'

export interface UncoveredValues {
  readonly of: string
  readonly value: string
  readonly more: boolean
}

export const uncoveredValues = defineDiagnostic<UncoveredValues>({
  name: 'uncovered-values',
  severity: 'warning',
  message: ({ of, value, more }) =>
    `No case takes \`${of}\` = ${value}${more ? ', among others' : ''}, which gives 0 points. Add a case, or \`else\`.`,
  why: 'A value that falls between the cases of a table gives no points, which is easily overlooked. `else: 0` says that it is meant.',
  bad: 'lead { employees: integer 0.. }\npoints by employees { 10..49: 5  50..499: 15  >= 500: 25 }',
  good: 'lead { employees: integer 0.. }\npoints by employees { 10..49: 5  50..499: 15  >= 500: 25  else: 0 }',
})
