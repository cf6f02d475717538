import { defineDiagnostic } from '../diagnostic.ts'

export interface ConditionInCutOffs {
  readonly label: string
  readonly score: string
}

export const conditionInCutOffs = defineDiagnostic<ConditionInCutOffs>({
  name: 'condition-in-cut-offs',
  severity: 'error',
  message: ({ label, score }) =>
    `This grade compares \`${score}\` with numbers, so \`${label}\` needs one: \`${label} at …\`.`,
  why: 'Rows with `at` compare one score with numbers, rows with `when` have conditions of their own. A grade has rows of one kind.',
  bad: 'on visit add 5\ngrade tier from total { A at 80  B when customer  else C }',
  good: 'on visit add 5\ngrade tier { A when total >= 80  B when customer  else C }',
})
