import { defineDiagnostic } from '../diagnostic.ts'

export interface WeightsOffHundred {
  readonly block: string
  readonly sum: number
}

export const weightsOffHundred = defineDiagnostic<WeightsOffHundred>({
  name: 'weights-off-hundred',
  severity: 'hint',
  message: ({ block, sum }) =>
    `The weights in \`${block}\` add up to ${sum}%, not 100%. Mend one, so that a perfect lead gets full points.`,
  why: 'Where every rule of a block has a weight, they usually share out 100%. With more or less, no lead gets the points that the single rules promise.',
  bad: 'score fit {\n  group title weight 30% { when vp add 100 }\n  group size weight 60% { when large add 100 }\n}',
  good: 'score fit {\n  group title weight 40% { when vp add 100 }\n  group size weight 60% { when large add 100 }\n}',
})
