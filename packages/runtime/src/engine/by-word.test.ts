import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../fold.ts'
import { containsWord } from '../kernel/text.ts'
import type { Expr } from '../program.ts'
import { attribute, constant } from '../testing.ts'
import { ByWord, wantedWords } from './by-word.ts'
import { newView } from './view.ts'

const title = { op: 'fold', of: attribute(0) } as const
const asks = (word: string, left: Expr = title): Expr => ({ op: 'containsWord', left, right: constant(word) })
const either = (...of: Expr[]): Expr => ({ op: 'or', of })

/** Which of the words come into question for the text. */
function foundIn(text: string, words: readonly string[]): readonly string[] {
  const byWord = new ByWord<string>(() => text)
  for (const word of words) byWord.add(word, wantedWords(asks(word))?.words ?? [])
  const found: string[] = []
  byWord.find(newView(), 0, found)
  return found
}

test.each([
  ['VP of Sales', ['vp', 'sales', 'sale'], ['vp', 'sales']],
  ['vp, vp', ['vp'], ['vp']],
  ['C++ and C', ['c', 'c++', 'and c'], ['c', 'c++', 'and c']],
  ['Geschäftsführerin', ['geschäftsführer'], []],
  ['Der GESCHÄFTSFÜHRER', ['geschäftsführer', 'der'], ['der', 'geschäftsführer']],
  ['\u212Aelvin', ['kelvin'], ['kelvin']],
  ['vp7', ['vp'], ['vp']],
  ['', ['vp'], []],
])('in %j, of %j', (text, words, found) => {
  expect(foundIn(text, words)).toEqual(found)
})

test.each([
  [asks('vp'), ['vp']],
  [either(asks('vp'), asks('head of')), ['vp', 'head of']],
  [asks('24'), undefined],
  [asks('\udc00abc'), undefined],
  [either(asks('vp'), asks('24')), undefined],
  [either(asks('vp'), asks('vp', { op: 'fold', of: attribute(1) })), undefined],
  [either(asks('vp'), constant(true)), undefined],
  [asks('vp', attribute(0)), undefined],
])('what is wanted by %j', (part, words) => {
  expect(wantedWords(part)?.words).toEqual(words)
})

const letters = fc.constantFrom('a', 'B', 'K', '\u212A', 'é', 'İ', '1', '-', ' ', '\ud835', '\udc00', '𝐀')
const texts = fc.array(letters, { maxLength: 8 }).map(parts => parts.join(''))

test('no text that has the word is missed', () => {
  fc.assert(
    fc.property(texts, texts, texts, (before, raw, after) => {
      const [text, word] = [before + raw + after, fold(raw)]
      if (wantedWords(asks(word)) && containsWord(fold(text), word)) expect(foundIn(text, [word])).toEqual([word])
    }),
  )
})
