import { defineDiagnostic } from '../diagnostic.ts'

export interface ThresholdAboveCap {
  readonly score: string
  /** As written: `at 120`, `fit >= 120`. */
  readonly threshold: string
  readonly cap: number
}

export const thresholdAboveCap = defineDiagnostic<ThresholdAboveCap>({
  name: 'threshold-above-cap',
  severity: 'warning',
  message: ({ score, threshold, cap }) =>
    `Nobody reaches \`${threshold}\`: \`${score}\` goes up to ${cap}. Lower the threshold or raise the cap.`,
  why: 'The cap of a score is applied after all its rules, so no lead can have more. A threshold above it is never met.',
  bad: 'score fit cap 100 { when customer add 60 }\nqualify at 120 of fit',
  good: 'score fit cap 100 { when customer add 60 }\nqualify at 60 of fit',
})
