import { describe, expect, it } from 'vitest'
import { inColumns, type Row } from './columns.ts'
import {
  blankLine,
  clause,
  comment,
  concat,
  type Doc,
  group,
  hardLine,
  indent,
  line,
  lineWidth,
  render,
  softLine,
  space,
  text,
} from './document.ts'

const word = (letter: string, count: number) => text(letter.repeat(count))

describe('a group', () => {
  it('stands on one line of exactly the width, and breaks at one column more', () => {
    const of = (count: number) => render(group(word('a', count), indent(line, text('b'))))
    expect(of(lineWidth - 2)).toBe(`${'a'.repeat(lineWidth - 2)} b\n`)
    expect(of(lineWidth - 1)).toBe(`${'a'.repeat(lineWidth - 1)}\n  b\n`)
  })

  it('counts what must follow it on its line', () => {
    const list = group(text('['), indent(softLine, word('a', lineWidth - 3)), softLine, text(']'))
    expect(render(concat(list, text(' {')))).toBe(`[\n  ${'a'.repeat(lineWidth - 3)}\n] {\n`)
  })

  it('does not count what may go to the next line', () => {
    expect(render(concat(word('a', 60), clause(word('b', 39)), clause(word('c', 60))))).toBe(
      `${'a'.repeat(60)} ${'b'.repeat(39)}\n  ${'c'.repeat(60)}\n`,
    )
  })

  it('breaks without the groups inside that fit', () => {
    expect(render(group(text('a'), hardLine, group(text('b'), line, text('c'))))).toBe('a\nb c\n')
  })
})

describe('a comment', () => {
  it('ends its line, and what goes on in the same sentence is indented', () => {
    expect(render(concat(text('when'), space, comment('# why', false), text('a')))).toBe('when  # why\n  a\n')
  })

  it('on a line of its own stays on one', () => {
    expect(render(concat(text('a'), hardLine, comment('# b', true), hardLine, text('c')))).toBe('a\n# b\nc\n')
    expect(render(concat(text('a'), comment('# b', true), text('c')))).toBe('a\n  # b\n  c\n')
  })

  it('goes to the end of the line before, when it comes after the line has been ended', () => {
    expect(render(concat(text('a'), blankLine, comment('# b', false), hardLine, text('c')))).toBe('a  # b\n\nc\n')
  })

  it('never shares a line with another', () => {
    expect(render(concat(text('a'), comment('# b', false), comment('# c', false)))).toBe('a  # b\n  # c\n')
  })

  it('begins in the same column as its neighbours', () => {
    const lines = ['a', 'bbb'].flatMap(letters => [text(letters), comment('#', false), hardLine])
    expect(render(concat(...lines, text('c')))).toBe('a    #\nbbb  #\nc\n')
  })
})

describe('columns', () => {
  const row = (first: string, second?: string, apart = false): Row => ({
    kind: 'row',
    apart,
    cells: second === undefined ? [text(first)] : [text(first), text(second)],
  })
  const shown = (...rows: Row[]) => render(concat(...inColumns(rows).flatMap((doc): Doc[] => [doc, hardLine])))

  it('begin below each other', () => {
    expect(shown(row('a', 'x'), row('bbb', 'y'))).toBe('a   x\nbbb y\n')
  })

  it('have the points of numbers below each other', () => {
    expect(shown(row('a:', '-5'), row('b:', '10.25'), row('c:', '7.5'))).toBe('a: -5\nb: 10.25\nc:  7.5\n')
  })

  it('end at an empty line and at another kind of row', () => {
    expect(shown(row('a', 'x'), row('bbb', 'y', true))).toBe('a x\nbbb y\n')
    expect(shown(row('a', 'x'), { ...row('bbb', 'y'), kind: 'other' })).toBe('a x\nbbb y\n')
  })

  it('pass over a row that has only one cell', () => {
    expect(shown(row('a', 'x'), row('cccccc'), row('bbb', 'y'))).toBe('a   x\ncccccc\nbbb y\n')
  })

  it('are left out where the first cells are too wide', () => {
    const wide = 'b'.repeat(49)
    expect(shown(row('a', 'x'), row(wide, 'y'))).toBe(`a x\n${wide} y\n`)
  })

  it('do not matter where all stands on one line', () => {
    const [first, second] = inColumns([row('a', 'x'), row('bbb', 'y')]) as [Doc, Doc]
    expect(render(group(first, line, second))).toBe('a x bbb y\n')
  })
})
