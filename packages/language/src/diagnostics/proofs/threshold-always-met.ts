import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface ThresholdAlwaysMet {
  readonly score: string
  /** As written: `at 0`, `heat >= 0`. */
  readonly threshold: string
  /** In points; no lead has fewer. */
  readonly least: number
  /** The same comparison, met by more only; absent for `at`. */
  readonly more?: string | undefined
}

export const thresholdAlwaysMet = defineDiagnostic<ThresholdAlwaysMet>({
  name: 'threshold-always-met',
  severity: 'warning',
  message: ({ score, threshold, least, more }) =>
    `Every lead meets \`${threshold}\`: \`${score}\` never goes below ${least}. Raise the threshold${more === undefined ? '' : `, or write \`${more}\` if some points are wanted`}.`,
  why: 'No lead, whatever its attributes and history, has fewer points than this threshold asks for: it says nothing, and whatever hangs on it holds for everybody.',
  fixes: ({ more }, span) => (more === undefined ? [] : [replaceWith(span, more)]),
  bad: 'score heat floor 0 { on visit add 5 }\nqualify when heat >= 0',
  good: 'score heat floor 0 { on visit add 5 }\nqualify when heat > 0',
})
