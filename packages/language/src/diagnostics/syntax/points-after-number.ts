import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface PointsAfterNumber {
  readonly word: string
}

export const pointsAfterNumber = defineDiagnostic<PointsAfterNumber>({
  name: 'points-after-number',
  severity: 'error',
  message: ({ word }) => `Leave \`${word}\` out: the number alone says how many points.`,
  why: 'The word `points` begins a table: `points by industry { … }`.',
  fixes: ({ word }, span) => [replaceWith(span, '', `Remove \`${word}\``)],
  safe: true,
  bad: 'when customer add 5 points',
  good: 'when customer add 5',
})
