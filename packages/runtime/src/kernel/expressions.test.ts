import { describe, expect, test } from 'vitest'
import { runOf } from '../evaluate.ts'
import type { Expr, Value } from '../program.ts'
import { attribute, berlin, choose, constant, events, lead, NOW, program, property, span } from '../testing.ts'
import { compute } from './expressions.ts'

const page = { name: 'page_view', properties: [] }
const visits = lead(
  [],
  [
    [0, 5, { seconds: 10, path: 'Home' }],
    [0, 3, { seconds: null, path: 'home' }],
    [0, 2, { seconds: 2.5, path: null }],
    [0, 1, { seconds: 40, path: 'pricing' }],
  ],
)
const valueOfLead = (e: Expr, attributes: Value[] = []) => {
  const run = runOf(program({ events: [page], zone: berlin }), { ...visits, attributes }, NOW)
  return compute(e, { run })
}
const pair = (op: string, a: Value, b: Value) => ({ op, left: constant(a), right: constant(b) }) as Expr
const single = (op: string, a: Value) => ({ op, of: constant(a) }) as Expr

describe('of two values', () => {
  test.each<[string, Value, Value, Value]>([
    ['equal', 'a', 'a', true],
    ['equal', 'a', 'b', false],
    ['equal', 1, 1, true],
    ['equal', true, true, true],
    ['equal', null, null, false],
    ['equal', 'a', null, false],
    ['less', 1, 2, true],
    ['less', 2, 2, false],
    ['less', null, 2, false],
    ['less', 2, null, false],
    ['atMost', 2, 2, true],
    ['atMost', 3, 2, false],
    ['atMost', null, 0, false],
    ['contains', 'a vp of', 'vp', true],
    ['contains', 'director', 'cto', true],
    ['contains', null, 'vp', false],
    ['startsWith', 'vp sales', 'vp', true],
    ['startsWith', 'svp', 'vp', false],
    ['endsWith', 'svp', 'vp', true],
    ['endsWith', 'vp sales', 'vp', false],
    ['containsWord', 'vp, sales', 'vp', true],
    ['containsWord', 'svp', 'vp', false],
    ['containsWord', 'director cto', 'cto', true],
    ['containsWord', 'director', 'cto', false],
    ['containsWord', 'the évp', 'vp', false],
    ['containsWord', 'vp2', 'vp', true],
    ['containsWord', '𐐨vp', 'vp', false],
    ['containsWord', 'vpvp vp', 'vp', true],
    ['containsWord', 'ab', '', false],
    ['add', 1, 2, 3],
    ['add', null, 2, null],
    ['subtract', 1, 2, -1],
    ['multiply', 2, 3, 6],
    ['multiply', 1e300, 1e300, null],
    ['divide', 1, 4, 0.25],
    ['divide', 1, 0, null],
    ['divide', 0, 0, null],
    ['min', 1, 2, 1],
    ['min', null, 2, null],
    ['max', 1, 2, 2],
  ])('%s of %j and %j is %j', (op, a, b, expected) => {
    expect(valueOfLead(pair(op, a, b))).toBe(expected)
  })
})

describe('of one value', () => {
  test.each<[string, Value, Value]>([
    ['not', true, false],
    ['not', false, true],
    ['known', 'a', true],
    ['known', null, false],
    ['known', false, true],
    ['fold', 'VP Sales', 'vp sales'],
    ['fold', null, null],
    ['length', 'añ𐐨', 3],
    ['length', null, null],
    ['domain', 'Ann@Acme.COM ', 'acme.com'],
    ['domain', 'a@b@c.io', 'c.io'],
    ['domain', 'ann', null],
    ['domain', 'ann@ ', null],
    ['domain', null, null],
    ['floor', -1.5, -2],
    ['halve', 1, 0.5],
    ['halve', null, null],
  ])('%s of %j is %j', (op, value, expected) => {
    expect(valueOfLead(single(op, value))).toBe(expected)
  })

  test.each<[string, string, boolean]>([
    ['/pricing/eu', '/pricing*', true],
    ['/pricing', '/pricing*', true],
    ['/en/pricing', '/pricing*', false],
    ['/en/pricing', '*pricing', true],
    ['abcbcd', 'a*bcd', true],
    ['abc', 'a?c', true],
    ['a𐐨c', 'a?c', true],
    ['ac', 'a?c', false],
    ['', '*', true],
    ['', '', true],
    ['a', '', false],
    ['a*b', 'a*', true],
    ['aaab', '*a*b*', true],
    ['a'.repeat(20_000), `${'*a'.repeat(20)}b`, false],
  ])('%.20j is like %.20j: %j', (value, pattern, expected) => {
    expect(valueOfLead({ op: 'like', of: constant(value), pattern })).toBe(expected)
  })

  test.each<[Value, boolean]>([
    ['de', true],
    [1, true],
    ['1', false],
    [null, false],
  ])('%j is a member of de, 1: %j', (value, expected) => {
    expect(valueOfLead({ op: 'member', of: constant(value), values: ['de', 1] })).toBe(expected)
  })

  test.each<[Value, Value, boolean]>([
    [['API', 'Pricing'], 'api', true],
    [['API'], 'ap', false],
    [null, 'api', false],
    [['API'], null, false],
  ])('the list %j has %j: %j', (list, item, expected) => {
    expect(valueOfLead({ op: 'has', list: constant(list), item: constant(item) })).toBe(expected)
  })

  test('calendar parts are in the zone of the model, unknown of unknown', () => {
    expect(valueOfLead({ op: 'calendar', part: 'hour', of: { op: 'now' } })).toBe(2)
    expect(valueOfLead({ op: 'calendar', part: 'hour', of: constant(null) })).toBe(null)
  })
})

describe('logic', () => {
  const [yes, no] = [constant(true), constant(false)]

  test('and holds where all parts do, or where any does', () => {
    expect(valueOfLead({ op: 'and', of: [yes, yes] })).toBe(true)
    expect(valueOfLead({ op: 'and', of: [yes, no] })).toBe(false)
    expect(valueOfLead({ op: 'and', of: [] })).toBe(true)
    expect(valueOfLead({ op: 'or', of: [no, yes] })).toBe(true)
    expect(valueOfLead({ op: 'or', of: [] })).toBe(false)
  })

  test('not of a comparison with unknown holds', () => {
    expect(valueOfLead({ op: 'not', of: pair('equal', null, 'a') })).toBe(true)
    expect(valueOfLead({ op: 'not', of: attribute(0) }, [null])).toBe(true)
  })

  test('choose takes the first case that holds, else the rest', () => {
    const chosen = (first: Expr, second: Expr) =>
      valueOfLead(
        choose(
          [
            [first, constant(1)],
            [second, constant(2)],
          ],
          constant(3),
        ),
      )
    expect(chosen(yes, yes)).toBe(1)
    expect(chosen(no, yes)).toBe(2)
    expect(chosen(no, no)).toBe(3)
    expect(chosen(attribute(0), no)).toBe(3)
  })
})

describe('over events', () => {
  const seconds = property('seconds')
  const of = (how: string, value: Expr, set = events(0)) => ({ op: 'aggregate', how, set, of: value }) as Expr

  test.each<[string, Value, Value]>([
    ['sum', 52.5, 0],
    ['min', 2.5, null],
    ['max', 40, null],
    ['first', 10, null],
    ['last', 40, null],
    ['distinct', 3, 0],
  ])('%s of seconds is %j, and %j without events', (how, some, none) => {
    expect(valueOfLead(of(how, seconds))).toBe(some)
    expect(valueOfLead(of(how, seconds, events()))).toBe(none)
  })

  test('count counts events, distinct values without regard to letter case', () => {
    expect(valueOfLead({ op: 'count', set: events(0) })).toBe(4)
    expect(valueOfLead(of('distinct', property('path')))).toBe(2)
  })

  test('first and last are the instants of events too', () => {
    expect((valueOfLead(of('last', { op: 'eventTime' })) as number) - NOW).toBe(-86_400_000)
  })

  test('a sum adds whole millionths', () => {
    const tenths = lead(
      [],
      [0.1, 0.2, 0.3].map(seconds => [0, 1, { seconds }]),
    )
    expect(compute(of('sum', seconds), { run: runOf(program({ events: [page] }), tenths, NOW) })).toBe(0.6)
  })
})

test('outside of events and decay what belongs to them is unknown', () => {
  expect(valueOfLead(property('seconds'))).toBe(null)
  for (const op of ['eventTime', 'amount', 'age'] as const) expect(valueOfLead({ op })).toBe(null)
})

test('shared values, scores, grades and stages are read by index', () => {
  const vip = { expr: attribute(0), parts: [] }
  const model = program({
    attributes: [{ name: 'vip', key: 'vip', type: { kind: 'boolean' }, required: false, unknownIn: [] }],
    values: [constant(7)],
    scores: [
      { kind: 'formula', name: 'total', text: '', formula: { op: 'value', index: 0 }, reads: [], span, doc: '' },
    ],
    grades: [{ kind: 'cases', name: 'tier', cases: [{ label: 'A', when: vip }], otherwise: 'B', span }],
    stages: [{ name: 'MQL', lines: [{ text: '', when: vip, span }] }],
  })
  const of = (e: Expr) => compute(e, { run: runOf(model, lead([true]), NOW) })
  expect(of({ op: 'value', index: 0 })).toBe(7)
  expect(of({ op: 'score', index: 0 })).toBe(7)
  expect(of({ op: 'grade', index: 0 })).toBe('A')
  expect(of({ op: 'stage', index: 0 })).toBe(true)
})
