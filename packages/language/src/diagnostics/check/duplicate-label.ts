import { defineDiagnostic } from '../diagnostic.ts'

export interface DuplicateLabel {
  readonly label: string
}

export const duplicateLabel = defineDiagnostic<DuplicateLabel>({
  name: 'duplicate-label',
  severity: 'error',
  message: ({ label }) => `The label \`${label}\` stands in this grade already.`,
  why: 'A label says which row a lead is in. For two ways into one label, join their conditions with `or`.',
  bad: 'on visit add 5\ngrade tier from total { A at 80  B at 60  A at 40  else D }',
  good: 'on visit add 5\ngrade tier from total { A at 80  B at 60  C at 40  else D }',
})
