import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runOf } from '../evaluate.ts'
import type { Expr, Value } from '../program.ts'
import { attribute, choose, constant, equal, events, lead, NOW, program } from '../testing.ts'
import { decided } from './decided.ts'
import { holds } from './expressions.ts'

const of = (e: Expr, attributes: Value[], values: Expr[] = []) =>
  decided(e, { run: runOf(program({ values }), lead(attributes), NOW) })
const is = (index: number): Expr => equal(attribute(index), 'a')
const not = (of: Expr): Expr => ({ op: 'not', of })
const and = (...of: Expr[]): Expr => ({ op: 'and', of })
const or = (...of: Expr[]): Expr => ({ op: 'or', of })

describe('a condition over attributes of which the second is unknown', () => {
  test.each<[string, Expr, boolean | undefined]>([
    ['a comparison with a known one', is(0), true],
    ['a comparison with the unknown one', is(1), undefined],
    ['its negation', not(is(1)), undefined],
    ['and with true', and(is(0), is(1)), undefined],
    ['and with false', and(not(is(0)), is(1)), false],
    ['or with true', or(is(0), is(1)), true],
    ['or with false', or(not(is(0)), is(1)), undefined],
    ['whether it is known', { op: 'known', of: attribute(1) }, false],
    ['the unknown one itself', attribute(1), undefined],
    ['a list of values', { op: 'member', of: attribute(1), values: ['a'] }, undefined],
    ['a pattern', { op: 'like', of: attribute(1), pattern: '*' }, undefined],
    ['an entry of it', { op: 'has', list: attribute(1), item: constant('a') }, undefined],
    ['arithmetic with it', { op: 'less', left: { op: 'length', of: attribute(1) }, right: constant(3) }, undefined],
    ['a shared condition on it', { op: 'value', index: 0 }, undefined],
    ['a choice by it', choose([[is(1), is(0)]], is(0)), undefined],
    ['a choice before it', choose([[is(0), is(0)]], is(1)), true],
    ['a number of events', { op: 'less', left: constant(0), right: { op: 'count', set: events() } }, false],
  ])('%s', (_, condition, expected) => {
    expect(of(condition, ['a', null], [is(1)])).toBe(expected)
  })
})

test('what is decided holds just then, and stays so whatever the unknown values turn out to be', () => {
  const { condition } = fc.letrec<{ condition: Expr }>(tie => ({
    condition: fc.oneof(
      { depthSize: 'small' },
      fc.nat(2).map(is),
      fc.nat(2).map(index => ({ op: 'known', of: attribute(index) }) as Expr),
      tie('condition').map(not),
      fc.array(tie('condition'), { maxLength: 3 }).map(parts => and(...parts)),
      fc.array(tie('condition'), { maxLength: 3 }).map(parts => or(...parts)),
    ),
  }))
  const known = fc.constantFrom('a', 'b')
  const hasKnown = (e: Expr): boolean => JSON.stringify(e).includes('"known"')
  fc.assert(
    fc.property(condition, fc.tuple(known, known, known), fc.subarray([0, 1, 2]), (e, values, unknown) => {
      const partly = values.map((value, i) => (unknown.includes(i) ? null : value))
      const [before, after] = [partly, values].map(it => ({ run: runOf(program(), lead(it), NOW) }))
      if (!before || !after) return
      const view = decided(e, before)
      if (view === undefined) return
      expect(holds(e, before)).toBe(view)
      if (!hasKnown(e)) expect(holds(e, after)).toBe(view)
    }),
  )
})
