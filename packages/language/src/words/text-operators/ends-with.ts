import type { TextOperator } from '../word.ts'

export const endsWith: TextOperator = {
  name: 'ends with',
  form: '<text> ends with <text>',
  doc: 'The text ends with these letters; capitals do not matter.',
  phrase: ['ends', 'with'],
  anyPhrase: ['ends', 'with', 'any', 'of'],
  operand: 'text',
  lower: (left, right) => ({ op: 'endsWith', left, right }),
  example: {
    model: 'when email ends with ".edu" subtract 10\nwhen email ends with any of [".de", ".at"] add 5',
    lead: { email: 'ann@uni.EDU' },
    total: -10,
  },
}
