import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface NumberComma {
  /** How it may be read, the likelier first. */
  readonly meant: readonly string[]
}

export const numberComma = defineDiagnostic<NumberComma>({
  name: 'number-comma',
  severity: 'error',
  message: ({ meant }) => `A number has no comma: write ${meant.map(text => `\`${text}\``).join(' or ')}.`,
  why: 'A point stands before decimals, as in `2.5`. Thousands may be set apart with `_`, as in `1_000_000`. A comma separates one value from the next.',
  fixes: ({ meant }, span) => meant.map(text => replaceWith(span, text)),
  safe: true,
  bad: 'when customer add 2,5',
  good: 'when customer add 2.5',
})
