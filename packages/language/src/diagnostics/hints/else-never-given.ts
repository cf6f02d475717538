import { defineDiagnostic } from '../diagnostic.ts'

export interface ElseNeverGiven {
  readonly label: string
  readonly otherwise: string
  readonly at: number
  readonly score: string
  readonly floor: number
}

export const elseNeverGiven = defineDiagnostic<ElseNeverGiven>({
  name: 'else-never-given',
  severity: 'warning',
  message: ({ label, otherwise, at, score, floor }) =>
    `Nobody gets ${otherwise}: \`${score}\` never goes below ${floor}, so everybody has at least ${label} at ${at}. Raise that cut-off.`,
  why: 'A grade reads its score after the floor. A cut-off at or below the floor is reached by every lead, and nothing is left for `else`.',
  bad: 'score fit floor 0 { when customer add 50 }\ngrade tier from fit { A at 40  B at 0  else C }',
  good: 'score fit floor 0 { when customer add 50 }\ngrade tier from fit { A at 40  B at 10  else C }',
})
