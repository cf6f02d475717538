import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface PercentOfAPoint {
  /** As written: `70%`. */
  readonly percent: string
  /** What it is in points. */
  readonly value: number
  /** The same number without the sign: `70`. */
  readonly number: string
}

export const percentOfAPoint = defineDiagnostic<PercentOfAPoint>({
  name: 'percent-of-a-point',
  severity: 'warning',
  message: ({ percent, value, number }) =>
    `\`${percent}\` here is ${value} points, less than it looks. Write \`${number}\` if ${number} points are meant.`,
  why: 'A per cent is a hundredth: 70% is 0.7. It fits factors such as `multiply by 50%` and `weight 30%`; points, caps, floors and thresholds are plain numbers.',
  fixes: ({ number }, span) => [replaceWith(span, number)],
  bad: 'on visit add 5\nqualify at 70%',
  good: 'on visit add 5\nqualify at 70',
})
