import { expect, test } from 'vitest'
import type { Expr, Rule } from '../program.ts'
import { choose, constant, DAY, events, halfLife, onEach, property } from '../testing.ts'
import { lifeOf } from './life.ts'

const age: Expr = { op: 'age' }
const amount: Expr = { op: 'amount' }
const pair = (op: 'multiply' | 'subtract' | 'divide' | 'max' | 'min' | 'add', left: Expr, right: Expr): Expr => ({
  op,
  left,
  right,
})
const over = (ms: number): Expr => pair('divide', age, constant(ms))
const periods = (ms: number): Expr => ({ op: 'floor', of: over(ms) })
const linear = pair('multiply', amount, pair('max', constant(0), pair('subtract', constant(1), over(90 * DAY))))
const gone = pair('multiply', constant(5), periods(7 * DAY))
const points = pair(
  'add',
  pair('max', constant(0), pair('subtract', amount, gone)),
  pair('min', constant(0), pair('add', amount, gone)),
)
const share = pair(
  'multiply',
  amount,
  pair('max', constant(0), pair('subtract', constant(1), pair('multiply', constant(0.2), periods(5 * DAY)))),
)
const once: Expr = pair(
  'multiply',
  amount,
  choose([[{ op: 'less', left: age, right: constant(DAY) }, constant(1)]], constant(0)),
)
const rule = (value: number | Expr, decay?: Expr, rest: Partial<Rule> = {}) => onEach(events(0), value, rest, decay)

test.each<[string, Rule, number]>([
  ['without decay, for ever', rule(10), Number.POSITIVE_INFINITY],
  ['linear', rule(10, linear), 90 * DAY],
  ['linear, points from a property', rule(property('seconds'), linear), 90 * DAY],
  ['5 points every 7d, from 15', rule(15, points), 21 * DAY],
  ['5 points every 7d, from -4', rule(-4, points), 7 * DAY],
  ['5 points every 7d, from a property', rule(property('seconds'), points), Number.POSITIVE_INFINITY],
  ['a fifth of the original every 5d', rule(100, share), 25 * DAY],
  ['everything after a day', rule(100, once), DAY],
  ['a half-life, points from a property', rule(property('seconds'), halfLife(DAY)), 64 * DAY + 1],
  ['linear, with a cap', rule(10, linear, { cap: constant(5) }), 90 * DAY],
  ['linear, with a floor that nothing stands on', rule(10, linear, { floor: constant(5) }), Number.POSITIVE_INFINITY],
  ['by something unheard of', rule(10, pair('multiply', amount, { op: 'now' })), Number.POSITIVE_INFINITY],
])('%s', (_, rule, life) => {
  expect(lifeOf(rule)).toBe(life)
})

test('a half-life of few points is over where less than half a billionth is left', () => {
  const life = lifeOf(rule(10, halfLife(DAY)))
  expect(10 * 2 ** (-life / DAY)).toBeCloseTo(0.49e-9, 12)
})
