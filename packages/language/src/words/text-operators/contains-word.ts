import type { TextOperator } from '../word.ts'

export const containsWord: TextOperator = {
  name: 'contains word',
  form: '<text> contains word <text>',
  doc: 'The text has this word (or these words) on its own: before and after stands no letter. `contains word "cto"` holds for "CTO, Acme" and not for "Director".',
  phrase: ['contains', 'word'],
  anyPhrase: ['contains', 'any', 'word', 'of'],
  operand: 'text',
  lower: (left, right) => ({ op: 'containsWord', left, right }),
  example: {
    model: 'when title contains word "cto" add 10\nwhen title contains any word of ["director", "cfo"] add 5',
    lead: { title: 'Director of Sales' },
    total: 5,
  },
}
