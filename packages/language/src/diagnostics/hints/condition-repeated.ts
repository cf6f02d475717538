import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'
import { fix } from './edits.ts'

export interface ConditionRepeated {
  readonly condition: string
  readonly word: 'and' | 'or'
  /** The repetition and the word before it. */
  readonly cut: Span
}

export const conditionRepeated = defineDiagnostic<ConditionRepeated>({
  name: 'condition-repeated',
  severity: 'hint',
  message: ({ condition, word }) =>
    `\`${condition}\` already stands before this \`${word}\`. Take it out, or write the condition that was meant.`,
  why: 'Saying the same twice changes nothing. Often a copied condition was meant to be changed.',
  fixes: ({ cut }) => [fix('Take out the repetition', { span: cut, text: '' })],
  safe: true,
  bad: 'when country = DE or country = DE add 5',
  good: 'when country in [DE, AT] add 5',
})
