import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface BandsSkipFractions {
  readonly value: string
  readonly high: string
  readonly next: string
  /** The band as it would meet the next: `10..<50`. */
  readonly band: string
}

export const bandsSkipFractions = defineDiagnostic<BandsSkipFractions>({
  name: 'bands-skip-fractions',
  severity: 'hint',
  message: ({ value, high, next, band }) =>
    `\`${value}\` can lie between ${high} and ${next}, where neither band takes it. Write \`${band}\`, or declare \`${value}\` as an integer if it is one.`,
  why: 'Bands such as `10..49` and `50..` meet for whole numbers only. Days since something, amounts, scores and everything declared as `number` have fractions.',
  fixes: ({ band }, span) => [replaceWith(span, band)],
  bad: 'lead { budget: number 0.. }\npoints by budget { 0..49: 0  50..: 10  else: 0 }',
  good: 'lead { budget: number 0.. }\npoints by budget { 0..<50: 0  50..: 10 }',
})
