import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface AmbiguousDecay {
  readonly percent: string
  /** The same as a fraction. */
  readonly share: number
  readonly every: string
}

export const ambiguousDecay = defineDiagnostic<AmbiguousDecay>({
  name: 'ambiguous-decay',
  severity: 'error',
  message: ({ percent, share, every }) => {
    const [first, second] = [1, 2].map(steps => after(share, steps))
    return `\`decay ${percent} every ${every}\` can be read in two ways. Of 100 points, \`${percent} of original\` leaves ${first?.original} and then ${second?.original}, \`${percent} of remaining\` leaves ${first?.remaining} and then ${second?.remaining}.`
  },
  why: 'Some tools take away the same number of points in each step, others the same share of what is left. From the second step on they differ.',
  fixes: ({ percent, every }, span) =>
    ['original', 'remaining'].map(of => replaceWith(span, `${percent} of ${of} every ${every}`)),
  bad: 'on download add 20 decay 50% every 30d',
  good: 'on download add 20 decay 50% of original every 30d',
})

function after(share: number, steps: number): { original: number; remaining: number } {
  const round = (points: number) => Math.round(points * 100) / 100
  return { original: round(Math.max(0, 100 * (1 - share * steps))), remaining: round(100 * (1 - share) ** steps) }
}
