import { defineDiagnostic } from '../diagnostic.ts'

export interface CutOffAboveCap {
  readonly label: string
  readonly at: number
  readonly score: string
  readonly cap: number
}

export const cutOffAboveCap = defineDiagnostic<CutOffAboveCap>({
  name: 'cut-off-above-cap',
  severity: 'warning',
  message: ({ label, at, score, cap }) =>
    `Nobody gets ${label} at ${at}: \`${score}\` goes up to ${cap}. Lower the cut-off or raise the cap.`,
  why: 'A grade reads its score after the cap. A cut-off above the cap is never reached, and its label is never given.',
  bad: 'score fit cap 50 { when customer add 50 }\ngrade tier from fit { A at 80  B at 40  else C }',
  good: 'score fit cap 50 { when customer add 50 }\ngrade tier from fit { A at 45  B at 20  else C }',
})
