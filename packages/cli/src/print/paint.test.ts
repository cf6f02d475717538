import { describe, expect, it } from 'vitest'
import { bar, gauge } from './bar.ts'
import { counted, duration, grouped, signed } from './numbers.ts'
import { columnsOf, painter, shorten, wrap } from './paint.ts'
import { renderTable } from './table.ts'

describe('columns of a terminal', () => {
  it.each([
    ['abc', 3],
    ['\x1b[31mabc\x1b[39m', 3],
    ['東京', 4],
    ['e\u0301', 1],
  ])('%j takes %d', (text, columns) => {
    expect(columnsOf(text)).toBe(columns)
  })

  it('text that is too wide ends in …', () => {
    expect(shorten('abcdef', 4)).toBe('abc…')
    expect(shorten('東京都', 4)).toBe('東…')
    expect(shorten('abc', 3)).toBe('abc')
  })

  it('lines are broken at spaces', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four'])
  })
})

describe('a table', () => {
  it('is aligned, also with colours', () => {
    const paint = painter(true)
    const rows = renderTable(
      [
        { title: 'id', align: 'left' },
        { title: 'fit', align: 'right' },
      ],
      [
        ['ann', paint.good('5')],
        ['bo', '120'],
      ],
      painter(false),
    )
    expect(rows).toEqual(['id   fit', `ann    ${paint.good('5')}`, 'bo   120'])
  })
})

describe('numbers', () => {
  it.each([
    [grouped(1234567), '1,234,567'],
    [grouped(12), '12'],
    [counted(1, 'lead'), '1 lead'],
    [counted(2000, 'lead'), '2,000 leads'],
    [signed(-2.5), '−2.5'],
    [signed(3), '+3'],
    [duration(3 * 86_400_000), '3d'],
    [duration(9_000_000), '2.5h'],
    [duration(0), '0s'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected)
  })
})

describe('bars', () => {
  it('are as long as their part of the whole, and never empty for something', () => {
    expect(bar(5, 10, 4)).toBe('██')
    expect(bar(0.001, 10, 4)).toBe('▏')
    expect(bar(0, 10, 4)).toBe('')
  })

  it('show where a value stands between two bounds', () => {
    expect(gauge(25, 0, 100, 8)).toBe('██░░░░░░')
    expect(gauge(-5, 0, 100, 4)).toBe('░░░░')
  })
})
