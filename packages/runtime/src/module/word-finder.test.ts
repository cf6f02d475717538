import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../fold.ts'
import { containsWord } from '../kernel/text.ts'
import { WordFinder } from './word-finder.ts'

const few = ['vp', 'i', 'k']
const words = [...few, 'sales', 'head', 'of', 'vpsales']

function foundIn(text: string | number, all: readonly string[], finder = new WordFinder(all)): readonly string[] {
  finder.read(text)
  return all.filter((_, place) => finder.found[place] === 1)
}

describe('words', () => {
  test.each([
    ['VP Sales', ['vp', 'sales']],
    ['vp-SALES, head of vp', ['vp', 'sales', 'head', 'of']],
    ['vpsales', ['vpsales']],
    ['svp salesman', []],
    ['vp_sales2', ['vp', 'sales']],
    ['VP @Sales[Of]`I{', ['vp', 'i', 'sales', 'of']],
    ['Head für Süd-VP', ['vp', 'head']],
    ['vpé évp', []],
    ['\u0130 \u212a', ['i', 'k']],
    ['', []],
    [Number.NaN, []],
  ])('in %j are %j', (text, expected) => {
    expect(foundIn(text, words)).toEqual(expected)
    expect(foundIn(text, few)).toEqual(expected.filter(word => few.includes(word)))
  })

  test.each([[words], [few]])('%j are those that stand alone in the folded text, whatever was read before', all => {
    const finder = new WordFinder(all)
    const piece = fc.oneof(fc.constantFrom(...words, 'VP', 'Of', 'É', 'ß', '😀', '\u0130'), fc.string({ maxLength: 2 }))
    const texts = fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join(''))
    fc.assert(
      fc.property(texts, text => {
        expect(foundIn(text, all, finder)).toEqual(all.filter(word => containsWord(fold(text), word)))
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
