import { defineDiagnostic } from '../diagnostic.ts'

export interface ThresholdAlwaysMet {
  readonly score: string
  readonly threshold: string
  readonly floor: number
}

export const thresholdAlwaysMet = defineDiagnostic<ThresholdAlwaysMet>({
  name: 'threshold-always-met',
  severity: 'warning',
  message: ({ score, threshold, floor }) =>
    `Every lead meets \`${threshold}\`: \`${score}\` never goes below ${floor}. Raise the threshold, or write \`> ${floor}\` if some points are wanted.`,
  why: 'The floor of a score is applied after all its rules, so no lead can have less. A threshold at or below it says nothing.',
  bad: 'score heat floor 0 { on visit add 5 }\nqualify when heat >= 0',
  good: 'score heat floor 0 { on visit add 5 }\nqualify when heat > 0',
})
