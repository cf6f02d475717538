import { defineDiagnostic } from '../diagnostic.ts'

export interface UnreachableGrade {
  readonly grade: string
  readonly label: string
}

export const unreachableGrade = defineDiagnostic<UnreachableGrade>({
  name: 'unreachable-grade',
  severity: 'warning',
  message: ({ grade, label }) =>
    `Nobody gets ${label} in \`${grade}\`: whoever might get it is given another label first, or there is no such lead. Change the conditions, or take the label out.`,
  why: 'The first row of a grade that holds gives the label. No lead is left for this one: rows before it take everybody, or its own condition is never met.',
  bad: 'score fit floor 0 { when customer add 50 }\ngrade tier from fit { A at 40  B at 20  else C }',
  good: 'score fit floor 0 { when customer add 50 }\ngrade tier from fit { A at 40  else C }',
})
