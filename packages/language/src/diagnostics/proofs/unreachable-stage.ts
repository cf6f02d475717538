import { defineDiagnostic } from '../diagnostic.ts'

export interface UnreachableStage {
  readonly stage: string
}

export const unreachableStage = defineDiagnostic<UnreachableStage>({
  name: 'unreachable-stage',
  severity: 'warning',
  message: ({ stage }) =>
    `Nobody can be in \`${stage}\`: no lead meets what its lines ask for. Ask for less, or take the stage out.`,
  why: 'A stage holds for leads for whom one of its lines does. What these lines ask for contradicts itself or each other, for every lead and history.',
  bad: 'lead { employees: integer 0.. }\nqualify SMB when employees < 50 and employees >= 200',
  good: 'lead { employees: integer 0.. }\nqualify SMB when employees >= 50 and employees < 200',
})
