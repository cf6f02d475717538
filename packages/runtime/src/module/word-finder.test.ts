import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../fold.ts'
import { containsWord } from '../kernel/text.ts'
import { WordFinder } from './word-finder.ts'

const words = ['vp', 'sales', 'head', 'of', 'i', 'k', 'vpsales']

function foundIn(text: string | number, finder = new WordFinder(words)): readonly string[] {
  finder.read(text)
  return words.filter((_, place) => finder.found[place] === 1)
}

describe('words', () => {
  test.each([
    ['VP Sales', ['vp', 'sales']],
    ['vp-SALES, head of vp', ['vp', 'sales', 'head', 'of']],
    ['vpsales', ['vpsales']],
    ['svp salesman', []],
    ['vp_sales2', ['vp', 'sales']],
    ['VP @Sales[Of]`I{', ['vp', 'sales', 'of', 'i']],
    ['Head für Süd-VP', ['vp', 'head']],
    ['vpé évp', []],
    ['\u0130 \u212a', ['i', 'k']],
    ['', []],
    [Number.NaN, []],
  ])('in %j are %j', (text, expected) => {
    expect(foundIn(text)).toEqual(expected)
  })

  test('are those that stand between non-letters in the folded text, whatever was read before', () => {
    const finder = new WordFinder(words)
    const piece = fc.oneof(fc.constantFrom(...words, 'VP', 'Of', 'É', 'ß', '😀', '\u0130'), fc.string({ maxLength: 2 }))
    const texts = fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join(''))
    fc.assert(
      fc.property(texts, text => {
        expect(foundIn(text, finder)).toEqual(words.filter(word => containsWord(fold(text), word)))
      }),
    )
  })

  test('are all told apart', () => {
    const many = Array.from({ length: 400 }, (_, i) => [i >> 6, (i >> 3) & 7, i & 7].map(at => 'abcdefgh'[at]).join(''))
    const finder = new WordFinder(many)
    for (const [place, word] of many.entries()) {
      finder.read(word)
      expect(finder.found.indexOf(1)).toBe(place)
    }
  })
})
