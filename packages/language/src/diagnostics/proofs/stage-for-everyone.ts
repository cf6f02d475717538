import { defineDiagnostic } from '../diagnostic.ts'

export interface StageForEveryone {
  readonly stage: string
  /** Whether some leads are disqualified. */
  readonly unlessDisqualified: boolean
}

export const stageForEveryone = defineDiagnostic<StageForEveryone>({
  name: 'stage-for-everyone',
  severity: 'warning',
  message: ({ stage, unlessDisqualified }) =>
    `Every lead is in \`${stage}\`${unlessDisqualified ? ' unless it is disqualified' : ''}: one of its lines always holds. Ask for more, or take the stage out.`,
  why: 'A stage tells some leads from others. The lines of this one leave nobody out, whatever the lead’s attributes and history.',
  bad: 'lead { employees: integer 0.. }\nqualify Open when employees >= 50\nqualify Open when employees < 50 or employees is not known',
  good: 'lead { employees: integer 0.. }\nqualify Open when employees >= 50\nqualify Open when employees is not known',
})
