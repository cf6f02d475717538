/** An explanation agrees with the result, and every number in it follows from the numbers below it. */
import {
  type BlockExplanation,
  type Explanation,
  evaluate,
  explain,
  type Lead,
  type Program,
  type RuleExplanation,
  readLead,
} from '@merit-lang/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittingLead, model, now, render } from '../generators/index.ts'
import { compile } from '../pipeline.ts'
import { runs } from './settings.ts'

/** Millionths of points, the unit in which points are added. */
const millionths = (points: number) => Math.floor(points * 1e6 + 0.5)
const bounded = (points: number, { cap, floor }: { cap?: number; floor?: number }) =>
  Math.max(Math.min(points, cap ?? points), floor ?? Number.NEGATIVE_INFINITY)

function expectRule(rule: RuleExplanation) {
  expect(rule.bounded).toBe(rule.outcome === 'matched' ? bounded(rule.decayed, rule) : 0)
  if (rule.weight === undefined) expect(rule.points).toBe(rule.bounded)
  if (rule.outcome !== 'matched') expect(rule.points).toBe(0)
  expect(rule.missing.length > 0).toBe(rule.outcome === 'input missing')
  if (rule.events) {
    const counted = rule.events.counted.reduce((sum, event) => sum + event.points, 0)
    expect(counted).toBeCloseTo(rule.decayed, 5)
    const raw = rule.events.counted.reduce((sum, event) => sum + event.raw, 0)
    expect(raw).toBeCloseTo(rule.raw, 5)
  }
}

function expectBlock(block: BlockExplanation) {
  for (const item of block.items) item.kind === 'rule' ? expectRule(item) : expectBlock(item)
  if (!block.active) return expect(block.points).toBe(0)
  const sum = block.items.reduce((total, item) => total + millionths(item.points), 0)
  expect(millionths(block.sum)).toBe(sum)
  if (block.multipliers.every(one => one.outcome !== 'matched')) expect(block.multiplied).toBe(block.sum)
  expect(block.bounded).toBe(bounded(block.multiplied, block))
  if (block.weight === undefined) expect(block.points).toBe(block.bounded)
}

function expectAddsUp(explanation: Explanation) {
  for (const score of explanation.explained.scores) {
    if (score.kind === 'rules') expectBlock(score)
    expect(explanation.scores[score.name]).toBe(score.points)
  }
  for (const grade of explanation.explained.grades) expect(explanation.grades[grade.name]).toBe(grade.label)
  for (const stage of explanation.explained.stages) {
    const reached = stage.lines.some(line => line.holds) && explanation.disqualified.length === 0
    expect(explanation.stages[stage.name]).toBe(stage.holds)
    expect(stage.holds).toBe(reached)
  }
  const reasons = explanation.explained.disqualifications.filter(one => one.holds).map(one => one.reason)
  expect(explanation.disqualified).toEqual(reasons)
}

const cases = fc.tuple(model, fittingLead).map(([parts, data]): [Program, Lead] => {
  const program = compile(render(parts))
  return [program, readLead(program, data)]
})

describe('an explanation', () => {
  it('begins with the very result', () => {
    fc.assert(
      fc.property(cases, ([program, lead]) => {
        const { explained: _, ...result } = explain(program, lead, now)
        expect(result).toEqual(evaluate(program, lead, now))
      }),
      runs(150),
    )
  })

  it('adds up', () => {
    fc.assert(
      fc.property(cases, ([program, lead]) => {
        expectAddsUp(explain(program, lead, now))
      }),
      runs(150),
    )
  })

  it('is plain JSON', () => {
    fc.assert(
      fc.property(cases, ([program, lead]) => {
        const explanation = explain(program, lead, now)
        expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
      }),
      runs(40),
    )
  })
})
