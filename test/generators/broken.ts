/** Texts that are no models: any characters, and models that somebody is in the middle of typing. */
import fc, { type Arbitrary } from 'fast-check'
import { model, render } from './models.ts'

export const fragments = [
  'when',
  'on',
  'add',
  'score',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  '`',
  '#',
  '##',
  '..',
  '..<',
  ',',
  ':',
  '=',
  '-',
  '25%',
  '30d',
  '2026-06-01',
  'points by',
  'else',
  'unknown',
  'test "x" {',
  'expect',
  'grade',
  'qualify',
  'not',
  'and',
  'or',
  'per',
  'decay',
  '\n',
  '\r\n',
  '\t',
  '\\',
  '\u0000',
  '\ud83d',
  '\u2028',
  'é',
  '1e9',
  '1_',
  '9'.repeat(400),
  '('.repeat(50),
  'import "./x.merit"',
  'in',
  'is',
  'of',
  'lead {',
  'event',
]

type Edit = { readonly at: number; readonly length: number; readonly text: string }
const edit: Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  text: fc.oneof(fc.constant(''), fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 4 })),
})

const apply = (text: string, { at, length, text: instead }: Edit): string => {
  const start = Math.floor(at * text.length)
  return text.slice(0, start) + instead + text.slice(start + length)
}

const random = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 80 }))
const scrambled = fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map(parts => parts.join(' '))
const mutated = fc
  .tuple(model, fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([parts, edits]) => edits.reduce(apply, render(parts)))
const truncated = fc.tuple(model, fc.double({ min: 0, max: 1, noNaN: true })).map(([parts, at]) => {
  const text = render(parts)
  return text.slice(0, Math.floor(at * text.length))
})

export const brokenText: Arbitrary<string> = fc.oneof(random, scrambled, mutated, truncated)
