import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullerExample } from './example.fixture.ts'
import { parse } from './parse.ts'
import { Reparser } from './reparse.ts'
import { walk } from './walk.ts'

const rules = Array.from({ length: 20 }, (_, i) => `  when size = ${i} add ${i}\n`)
const text = `let size = 3\nscore fit {\n${rules.join('')}}\nsegment big when size > 3\nqualify MQL at 5\n`

const sourceOf = (text: string) => ({ path: 'model.merit', text })

/** How many rules of the tree were there before the edit. The one before the edit may end elsewhere, and is read again. */
function takenOver(to: string): number {
  const reparser = new Reparser()
  const before = new Set<unknown>()
  walk(reparser.parse(sourceOf(text)).ast, node => before.add(node))
  let count = 0
  walk(reparser.parse(sourceOf(to)).ast, node => {
    if (node.kind === 'rule' && before.has(node)) count++
  })
  return count
}

describe('what an edit does not touch is taken over', () => {
  it.each([
    ['a number of a rule', text.replace('add 7', 'add 77'), 19],
    ['a line more', text.replace('  when size = 7', '  when size = 99 add 1\n  when size = 7'), 19],
    ['a line less', text.replace('  when size = 7 add 7\n', ''), 18],
    ['a mistake in a rule', text.replace('add 7', 'ad 7'), 19],
    ['a bracket that is not closed', text.replace('size = 7', 'size in [7'), 18],
    ['a text that is not closed', text.replace('size = 7', 'size = "7'), 19],
    ['the head of the block', text.replace('score fit', 'score fit cap 50'), 20],
    ['something above', `model "M"\n\n${text}`, 20],
    ['something below', `${text}promise never size > 9\n`, 20],
  ])('%s', (_, to, count) => {
    expect(takenOver(to)).toBe(count)
    expect(new Reparser().parse(sourceOf(to)).ast).toEqual(parse(sourceOf(to)).ast)
  })
})

it.each([
  ['a word without its value', 'when size contains add 5'],
  ['a name after a name', 'when size big add 5'],
  ['a grade without else', 'grade g from fit { A at 5 }'],
])('a mistake stays where it is while something else is edited: %s', (_, faulty) => {
  const texts = ['let size = 3', 'let size = 33', 'let size ='].map(
    head => `${head}\nscore fit {\n  when size = 1 add 1\n  ${faulty}\n}\n${faulty}\n`,
  )
  const reparser = new Reparser()
  for (const text of texts) {
    const { diagnostics } = reparser.parse(sourceOf(text))
    expect(diagnostics.map(({ name, span }) => [name, span.start])).toEqual(
      parse(sourceOf(text)).diagnostics.map(({ name, span }) => [name, span.start]),
    )
    expect(diagnostics.length).toBeGreaterThan(1)
  }
})

it('what is new is not taken for an entry whose number it has got', () => {
  const [before, after] = [
    'event u\nevent x from pw\nlet c = 5\n',
    'event u\nevent x from pi a > 5 add 1\nw\nlet c = 5\n',
  ]
  const reparser = new Reparser()
  reparser.parse(sourceOf(before))
  expect(reparser.parse(sourceOf(after)).ast).toEqual(parse(sourceOf(after)).ast)
})

/** What half-typed blocks and rules are made of. */
const pieces = ['{', '}', '\n', '  ', ' a', '[', ')', '', 'when a > 5 add 1\n', 'whem b add', 'a contains\n']
const heads = ['score x {\n', '  group g {\n', 'grade y {\n', 'lead {\n', 'test "t" {\n', 'points by a {\n']
const edit = fc.tuple(fc.nat(), fc.constantFrom(...pieces, ...heads), fc.constantFrom(0, 0, 0, 1, 2))

/** At a brace or a line end, or anywhere: something is put there, or taken away. */
function edited(text: string, [where, piece, taken]: readonly [number, string, number]): string {
  const places = [...text.matchAll(/[{}\n]/g)].map(({ index }) => index)
  const at = where % 3 === 0 ? where % (text.length + 1) : (places[where % places.length] ?? 0)
  return text.slice(0, at) + piece + text.slice(at + taken)
}

it('whatever is put between lines and braces, the text is read as if for the first time', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 2, maxLength: 8 }), edits => {
      const reparser = new Reparser()
      let now = fullerExample
      for (const one of edits) {
        now = edited(now, one)
        const source = sourceOf(now)
        expect(reparser.parse(source)).toEqual(parse(source))
      }
    }),
    { numRuns: 30 },
  )
})

it('the same source is parsed once', () => {
  const reparser = new Reparser()
  const source = sourceOf(text)
  expect(reparser.parse(source)).toBe(reparser.parse(source))
})
