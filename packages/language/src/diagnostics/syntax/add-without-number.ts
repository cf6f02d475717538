import { defineDiagnostic } from '../diagnostic.ts'

export interface AddWithoutNumber {
  readonly word: string
}

export const addWithoutNumber = defineDiagnostic<AddWithoutNumber>({
  name: 'add-without-number',
  severity: 'error',
  message: ({ word }) => `After \`${word}\` the number of points is missing.`,
  why: 'Points are a number, such as `add 10`, or are worked out from attributes, such as `add 2 * employees`.',
  bad: 'when customer add',
  good: 'when customer add 5',
})
