import { defineDiagnostic, type Edit, replaceWith } from '../diagnostic.ts'

export interface ChainedComparison {
  readonly sign: string
  /** The same in two comparisons or as a range. */
  readonly fix: Edit | undefined
}

export const chainedComparison = defineDiagnostic<ChainedComparison>({
  name: 'chained-comparison',
  severity: 'error',
  message: ({ sign }) =>
    `One comparison ends before this \`${sign}\`: for a range write \`in 10..<20\`, or join two comparisons with \`and\`.`,
  why: 'A comparison has two sides. `employees in 10..<50` means at least 10 and less than 50.',
  fixes: ({ fix }) => (fix ? [replaceWith(fix.span, fix.text)] : []),
  safe: true,
  bad: 'when 10 <= employees < 50 add 5',
  good: 'when employees in 10..<50 add 5',
})
