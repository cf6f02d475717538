import type { TextOperator } from '../word.ts'

export const startsWith: TextOperator = {
  name: 'starts with',
  form: '<text> starts with <text>',
  doc: 'The text begins with these letters; capitals do not matter.',
  phrase: ['starts', 'with'],
  anyPhrase: ['starts', 'with', 'any', 'of'],
  operand: 'text',
  lower: (left, right) => ({ op: 'startsWith', left, right }),
  example: {
    model: 'when phone starts with any of ["+49", "+43"] add 10\nwhen phone starts with "+1" add 5',
    lead: { phone: '+43 1 234' },
    total: 10,
  },
}
