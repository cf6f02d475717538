import { describe, expect, it } from 'vitest'
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

it('the same source is parsed once', () => {
  const reparser = new Reparser()
  const source = sourceOf(text)
  expect(reparser.parse(source)).toBe(reparser.parse(source))
})
