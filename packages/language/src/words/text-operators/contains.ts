import type { TextOperator } from '../word.ts'

export const contains: TextOperator = {
  name: 'contains',
  form: '<text> contains <text>',
  doc: 'The text has these letters in a row, anywhere, also inside a longer word; capitals do not matter. Of a list attribute: the list has this value. With short texts prefer `contains word`.',
  phrase: ['contains'],
  anyPhrase: ['contains', 'any', 'of'],
  allPhrase: ['contains', 'all', 'of'],
  operand: 'text',
  lower: (left, right) => ({ op: 'contains', left, right }),
  lowerList: (list, item) => ({ op: 'has', list, item }),
  example: {
    model: 'when title contains "vp" add 10\nwhen title contains any of ["chief", "director"] add 5',
    lead: { title: 'VP Marketing and Director' },
    total: 15,
  },
}
