import { expect, test } from 'vitest'
import type { Expr } from '../program.ts'
import { constant, equal, property } from '../testing.ts'
import { limitsIn } from './limits.ts'

const places: Record<string, { place: number; numeric: boolean }> = {
  size: { place: 3, numeric: true },
  pages: { place: 4, numeric: true },
  what: { place: 0, numeric: false },
}
const atLeast = (name: string, low: number): Expr => ({ op: 'atMost', left: constant(low), right: property(name) })
const atMost = (name: string, high: number): Expr => ({ op: 'atMost', left: property(name), right: constant(high) })
const below: Expr = { op: 'less', left: property('size'), right: constant(9) }
const NONE = { column: -1, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }

test.each([
  ['one limit', [atLeast('size', 5)], { ...NONE, column: 3, low: 5 }, []],
  ['a range', [atLeast('size', 5), atMost('size', 9)], { column: 3, low: 5, high: 9 }, []],
  ['the tighter of two', [atMost('size', 9), atMost('size', 7)], { ...NONE, column: 3, high: 7 }, []],
  ['of two numbers, the first', [atLeast('size', 5), atLeast('pages', 2)], { ...NONE, column: 3, low: 5 }, [1]],
  ['a bound outside is no limit', [below], NONE, [0]],
  [
    'nor is what is asked otherwise',
    [equal(property('size'), 5), atMost('size', 9)],
    { ...NONE, column: 3, high: 9 },
    [0],
  ],
  ['a text has none', [atLeast('what', 5)], NONE, [0]],
  ['what the type has not has none', [atLeast('other', 5)], NONE, [0]],
  ['no condition', [], NONE, []],
])('%s', (_, conditions, limits, others) => {
  expect(limitsIn(conditions, name => places[name])).toEqual({ ...limits, others: others.map(i => conditions[i]) })
})
