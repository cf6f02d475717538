import { defineDiagnostic } from '../diagnostic.ts'

export interface ContradictsSegment {
  /** The condition or the pattern, as written. */
  readonly condition: string
  /** In words: `the segment enterprise`, `the condition of the group around it, …`. */
  readonly against: string
}

export const contradictsSegment = defineDiagnostic<ContradictsSegment>({
  name: 'contradicts-segment',
  severity: 'warning',
  message: ({ condition, against }) =>
    `\`${condition}\` contradicts ${against}: no lead meets both, so that this never counts. Change one of the two, or move it elsewhere.`,
  why: 'Each of the two is possible, but not together. What stands in a group or score with a condition counts only for the leads that meet it.',
  bad: 'segment enterprise when employees >= 1000\nwhen enterprise and employees < 50 add 10',
  good: 'segment enterprise when employees >= 1000\nwhen enterprise and employees < 5000 add 10',
})
