import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface RangeSpelling {
  readonly written: string
  readonly low: string
  readonly high: string
  /** A case of a table, which has no `in`. */
  readonly inTable: boolean
}

const meant = ({ low, high, inTable }: RangeSpelling) => `${inTable ? '' : 'in '}${low}..${high}`

export const rangeSpelling = defineDiagnostic<RangeSpelling>({
  name: 'range-spelling',
  severity: 'error',
  message: params => `A range has two dots: write \`${meant(params)}\`, not \`${params.written}\`.`,
  why: 'Ranges are written in one way wherever they stand: `10..49` with both ends, `10..<50` without the last, `500..` open.',
  fixes: (params, span) => [replaceWith(span, meant(params))],
  safe: true,
  bad: 'when employees between 10 and 50 add 5',
  good: 'when employees in 10..50 add 5',
})
