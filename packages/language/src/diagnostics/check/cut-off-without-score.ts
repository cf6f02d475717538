import { defineDiagnostic } from '../diagnostic.ts'

export interface CutOffWithoutScore {
  readonly label: string
  readonly grade: string
}

export const cutOffWithoutScore = defineDiagnostic<CutOffWithoutScore>({
  name: 'cut-off-without-score',
  severity: 'error',
  message: ({ label, grade }) =>
    `\`${label} at …\` needs a score to look at. Write \`grade ${grade} from … {\`, or give the row a condition: \`${label} when …\`.`,
  why: 'Rows with `at` compare one score with numbers, rows with `when` have conditions of their own.',
  bad: 'on visit add 5\ngrade tier { A at 80  else B }',
  good: 'on visit add 5\ngrade tier from total { A at 80  else B }',
})
