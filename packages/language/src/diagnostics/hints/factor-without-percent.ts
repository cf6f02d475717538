import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface FactorWithoutPercent {
  /** `multiply by` or `weight`. */
  readonly word: string
  readonly factor: string
}

export const factorWithoutPercent = defineDiagnostic<FactorWithoutPercent>({
  name: 'factor-without-percent',
  severity: 'warning',
  message: ({ word, factor }) =>
    `\`${word} ${factor}\` makes the points ${factor} times as many. Write \`${factor}%\` if per cent are meant.`,
  why: 'A factor is a plain number: 0.5 and 50% are half, 1 and 100% change nothing, 50 is fifty-fold.',
  fixes: ({ factor }, span) => [replaceWith(span, `${factor}%`)],
  bad: 'when visitor add 10\nwhen student multiply by 50',
  good: 'when visitor add 10\nwhen student multiply by 50%',
})
