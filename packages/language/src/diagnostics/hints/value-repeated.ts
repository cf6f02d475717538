import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'
import { fix } from './edits.ts'

export interface ValueRepeated {
  readonly value: string
  /** The value and the comma before it. */
  readonly cut: Span
}

export const valueRepeated = defineDiagnostic<ValueRepeated>({
  name: 'value-repeated',
  severity: 'hint',
  message: ({ value }) => `\`${value}\` is in this list already. Take it out, or write the value that was meant.`,
  why: 'A value counts once, however often it is listed, and letter case makes no difference: "VP" and "vp" are one value. A repeated value is often a slip for another.',
  fixes: ({ value, cut }) => [fix(`Take out the second \`${value}\``, { span: cut, text: '' })],
  safe: true,
  bad: 'when title contains any word of ["VP", "Chief", "vp"] add 20',
  good: 'when title contains any word of ["VP", "Chief"] add 20',
})
