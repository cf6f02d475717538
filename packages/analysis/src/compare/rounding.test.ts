import type { Expr, Program } from '@merit-lang/runtime'
import { expect, it } from 'vitest'
import { roundingIn } from './rounding.ts'

const score: Expr = { op: 'score', index: 0 }
const number = (value: number): Expr => ({ op: 'const', value })
const program = { values: [score] } as unknown as Program

it.each<[string, Expr, number]>([
  ['a number', number(5), 0.5],
  ['a score', score, 0.5 + 9e15 * 2 ** -52],
  ['a name for it', { op: 'value', index: 0 }, 0.5 + 9e15 * 2 ** -52],
  ['a product', { op: 'multiply', left: number(10), right: score }, 0.5 + 2 * 9e16 * 2 ** -52],
  ['what leads bring', { op: 'attribute', index: 0 }, Number.POSITIVE_INFINITY],
])('%s is off by at most so many millionths', (_, formula, expected) => {
  expect(roundingIn(formula, program)).toBeCloseTo(expected, 9)
})
