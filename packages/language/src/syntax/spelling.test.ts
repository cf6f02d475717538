import { expect, it } from 'vitest'
import { writtenName, writtenNumber, writtenText } from './spelling.ts'

it.each([
  ['industry', 'industry'],
  ['größe_2', 'größe_2'],
  ['e\u0301tat', 'e\u0301tat'],
  ['default', '`default`'],
  ['Default', 'Default'],
  ['2nd', '`2nd`'],
  ['two words', '`two words`'],
])('the name %j is written %s', (name, written) => {
  expect(writtenName(name)).toBe(written)
})

it.each([
  ['SaaS', '"SaaS"'],
  ['say "hi"', '"say \\"hi\\""'],
  ['C:\\', '"C:\\\\"'],
])('the text %j is written %s', (text, written) => {
  expect(writtenText(text)).toBe(written)
})

it.each([
  [0.5, '0.5'],
  [-1e-7, '-0.0000001'],
  [1.25e21, '1250000000000000000000'],
])('the number %d is written %s', (number, written) => {
  expect(writtenNumber(number)).toBe(written)
})
