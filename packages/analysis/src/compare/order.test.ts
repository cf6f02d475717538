import { check, lower } from '@merit-lang/language'
import type { Program, Rule } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { Canonical } from './canonical.ts'
import { Order } from './order.ts'

function programOf(text: string): Program {
  const { model, diagnostics } = check({ path: 'model.merit', text })
  if (!model) throw new Error(JSON.stringify(diagnostics.map(({ name }) => name)))
  return lower(model).program
}

const rulesIn = (program: Program) =>
  program.scores.flatMap(score => (score.kind === 'rules' ? score.block.items : [])) as readonly Rule[]

function orderOf(program: Program): Order {
  return new Order(program, new Canonical(program), { atMost: () => false, reaches: () => false })
}

/** `≤`, `≥`, `=` or `?`, as far as it is seen. */
function ordered(one: string, other: string): string {
  const program = programOf(`event visit { path: text  seconds: number }\n${one} as "one"\n${other} as "other"`)
  const [low, high] = rulesIn(program) as [Rule, Rule]
  const order = orderOf(program)
  const [atMost, atLeast] = [order.ruleAtMost(low, high), order.ruleAtMost(high, low)]
  return atMost && atLeast ? '=' : atMost ? '≤' : atLeast ? '≥' : '?'
}

describe('rules on events', () => {
  it.each([
    ['on visit add 5', 'on visit add 5', '='],
    ['on visit add 5', 'on visit add 6', '≤'],
    ['on visit subtract 5', 'on visit subtract 6', '≥'],
    ['on visit add 5', 'on visit add 5 cap 20', '≥'],
    ['on visit add 5 cap 10', 'on visit add 5 cap 20', '≤'],
    ['on visit add 5 cap 30', 'on visit add 6 cap 20', '?'],
    ['on visit subtract 5', 'on visit subtract 5 floor -20', '≤'],
    ['on visit add 5 decay 30d', 'on visit add 5', '≤'],
    ['on visit add 5 decay 30d', 'on visit add 5 decay 60d', '≤'],
    ['on visit subtract 5 decay 30d', 'on visit subtract 5 decay 60d', '≥'],
    ['on visit add 5 decay 5 points every 7d', 'on visit add 6 decay 5 points every 7d', '≤'],
    ['on visit add 5 decay 30d', 'on visit add 5 decay linear over 60d', '?'],
    ['on visit within 7d add 5', 'on visit within 30d add 5', '≤'],
    ['on visit within 7d subtract 5', 'on visit within 30d subtract 5', '≥'],
    ['on visit within 7d add 5 cap 9', 'on visit within 30d add 5 cap 9', '?'],
    ['on visit(path like "/a*") add 5', 'on visit add 5', '≤'],
    ['on visit(path = "a") add 5', 'on visit(path in ["a", "b"]) add 5', '≤'],
    ['on visit(seconds > 9) add 5', 'on visit(seconds > 5) add 5', '≤'],
    ['on visit(seconds > 9) add (seconds)', 'on visit add (seconds)', '?'],
    ['on visit add 5 once per day', 'on visit add 5', '?'],
    ['on visit within 7d add 5 once', 'on visit add 5 once', '?'],
  ])('%s %s', (one, other, expected) => {
    expect(ordered(one, other)).toBe(expected)
  })
})

describe('rules about the lead', () => {
  it.each([
    ['when x > 5 add 1', 'when x > 5 add 2', '≤'],
    ['when x > 5 subtract 1', 'when x > 5 subtract 2', '≥'],
    ['when x > 5 add 1', 'when x > 6 add 2', '?'],
    ['when x > 5 add 1 cap 9', 'when x > 5 add 2', '≤'],
    ['when x > 5 add (x)', 'when x > 5 add (2 * x)', '?'],
    ['points by x { 0..5: 1  else: 2 }', 'points by x { 0..5: 1  else: 3 }', '≤'],
    ['points by x { 0..5: 1  else: 2 }', 'points by x { 0..5: 2  else: 1 }', '?'],
    ['when x > 5 add 1', 'on visit add 2', '?'],
  ])('%s %s', (one, other, expected) => {
    expect(ordered(one, other)).toBe(expected)
  })
})

describe('conditions', () => {
  const implied = (one: string, other: string) => {
    const program = programOf(`when ${one} add 1 as "one"\nwhen ${other} add 1 as "other"`)
    const [a, b] = rulesIn(program).map(({ cases }) => cases[0]?.when?.expr)
    return a !== undefined && b !== undefined && orderOf(program).implies(a, b)
  }

  it.each([
    ['x > 5', 'x > 3', true],
    ['x > 3', 'x > 5', false],
    ['x > 5', 'x >= 5', true],
    ['x >= 5', 'x > 5', false],
    ['x > 5 and y = A', 'x > 5', true],
    ['x > 5', 'x > 5 or y = A', true],
    ['x > 5 or x > 7', 'x > 4', true],
    ['not (x > 3)', 'not (x > 5)', true],
    ['y = A', 'y in [A, B]', true],
    ['y in [A, B]', 'y = A', false],
    ['y != A', 'y is known', false],
  ])('%s implies %s: %s', (one, other, expected) => {
    expect(implied(one, other)).toBe(expected)
  })
})
