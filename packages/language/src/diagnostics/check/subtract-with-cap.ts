import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface SubtractWithCap {
  readonly cap: number
  /** The cap's number as written. */
  readonly written: string
}

export const subtractWithCap = defineDiagnostic<SubtractWithCap>({
  name: 'subtract-with-cap',
  severity: 'error',
  message: ({ written }) =>
    `A rule that subtracts never reaches a cap of ${written}. To take away at most ${written} points write \`floor -${written}\`.`,
  why: '`cap` and `floor` bound the signed sum of a rule: what is taken away is below zero, so its limit is a floor.',
  fixes: ({ written }, span) => [replaceWith(span, `floor -${written}`)],
  safe: true,
  bad: 'on unsubscribe subtract 5 cap 20',
  good: 'on unsubscribe subtract 5 floor -20',
})
