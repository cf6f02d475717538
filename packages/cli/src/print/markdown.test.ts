import { expect, it } from 'vitest'
import { code, codeInCell, plain, table } from './markdown.ts'

it.each([
  ['a|b', 'a\\|b', '`a|b`', '`a\\|b`'],
  ['page_view <b>', 'page\\_view \\<b\\>', '`page_view <b>`', '`page_view <b>`'],
  ['two\nlines', 'two lines', '`two lines`', '`two lines`'],
  ['a `b`', 'a \\`b\\`', '`` a `b` ``', '`` a `b` ``'],
  ['``|', '\\`\\`\\|', '``` ``| ```', '``` ``\\| ```'],
])('%j as text, as code, and as code in a table', (text, asText, asCode, inCell) => {
  expect([plain(text), code(text), codeInCell(text)]).toEqual([asText, asCode, inCell])
})

it('columns of numbers are aligned to the right', () => {
  expect(table(['stage', 'leads:'], [['MQL', '3']])).toBe('| stage | leads |\n| --- | ---: |\n| MQL | 3 |')
})
