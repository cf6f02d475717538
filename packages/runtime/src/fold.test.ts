import { expect, test } from 'vitest'
import { fold } from './fold.ts'

test.each([
  ['SaaS', 'saas'],
  ['ÄÖÜ ß ẞ', 'äöü ß ß'],
  ['İstanbul', 'istanbul'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['𐐀', '𐐨'],
  ['\ud800A', '\ud800a'],
  ['', ''],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('every code point folds to one code point, and folding again changes nothing', () => {
  const odd: number[] = []
  for (let point = 0; point <= 0x10ffff; point++) {
    const folded = fold(String.fromCodePoint(point))
    if ([...folded].length !== 1 || fold(folded) !== folded) odd.push(point)
  }
  expect(odd).toEqual([])
})
