import { literalText } from '../kernel.ts'
import { compileRegex, regexProblem } from '../regex/compile.ts'
import type { TextOperator } from '../word.ts'

export const matches: TextOperator = {
  name: 'matches',
  form: '<text> matches "<regular expression>"',
  doc: 'The regular expression is found somewhere in the text; `^` and `$` tie it to the ends, capitals do not matter. Written in RE2 syntax: no look-around and no back-references, so that it is always fast. Backslashes are doubled inside the quotes.',
  source: 'https://github.com/google/re2/wiki/Syntax',
  phrase: ['matches'],
  anyPhrase: ['matches', 'any', 'of'],
  operand: 'pattern',
  problem: regexProblem,
  lower: (text, pattern) => {
    const source = literalText(pattern)
    return { op: 'matches', of: text, source, automaton: compileRegex(source) }
  },
  example: {
    model: 'when title matches "^v\\\\.?p\\\\b" add 10\nwhen title matches "^chief .* officer$" add 5',
    lead: { title: 'V.P. Sales' },
    total: 10,
  },
}
