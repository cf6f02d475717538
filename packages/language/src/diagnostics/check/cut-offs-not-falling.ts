import { defineDiagnostic } from '../diagnostic.ts'

export interface CutOffsNotFalling {
  readonly label: string
  readonly at: number
  readonly before: string
  readonly beforeAt: number
}

export const cutOffsNotFalling = defineDiagnostic<CutOffsNotFalling>({
  name: 'cut-offs-not-falling',
  severity: 'error',
  message: ({ label, at, before, beforeAt }) =>
    `\`${label} at ${at}\` can never be given, since \`${before} at ${beforeAt}\` comes first. The numbers fall from row to row.`,
  why: 'A lead gets the first label whose number its score reaches.',
  bad: 'on visit add 5\ngrade tier from total { B at 60  A at 80  else C }',
  good: 'on visit add 5\ngrade tier from total { A at 80  B at 60  else C }',
})
