import { folded, literalText } from '../kernel.ts'
import type { TextOperator } from '../word.ts'

export const like: TextOperator = {
  name: 'like',
  form: '<text> like "<pattern>"',
  doc: 'The whole text has this shape: `*` stands for anything (also nothing), `?` for any one character; capitals do not matter. `like "/pricing*"` holds for every path under /pricing.',
  phrase: ['like'],
  anyPhrase: ['like', 'any', 'of'],
  operand: 'pattern',
  lower: (text, pattern) => ({ op: 'like', of: text, pattern: literalText(folded(pattern)) }),
  example: {
    model: 'on page_view(path like "/pricing*") add 10\non page_view(path like "/blog/*") add 5',
    lead: {
      events: [
        { type: 'page_view', at: '2026-05-31T00:00:00Z', path: '/Pricing/enterprise' },
        { type: 'page_view', at: '2026-05-31T00:00:00Z', path: '/blog' },
      ],
    },
    total: 10,
  },
}
