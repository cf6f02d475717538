import { holds } from '../kernel/expressions.ts'
import { bound, clampMillionths, sumOfMillionths, wholeMillionths } from '../kernel/points.ts'
import type { Run } from '../kernel/scope.ts'
import type { Block } from '../program.ts'
import { limit, type RuleWorth, ruleWorth } from './rule.ts'

/** What a block gives and how it comes to that. Points in whole millionths. */
export interface BlockWorth {
  readonly kind: 'block'
  readonly block: Block
  readonly active: boolean
  readonly items: readonly (RuleWorth | BlockWorth)[]
  /** Of the items' points. */
  readonly sum: number
  /** After multipliers. */
  readonly multiplied: number
  /** After cap and floor. */
  readonly bounded: number
  /** After weight: what the block gives. */
  readonly points: number
}

/**
 * The sum of the items, times the multipliers that hold, within the bounds, times the weight, rounded once at the end.
 * `around`: whether the blocks around this one are active.
 */
export function blockWorth(block: Block, run: Run, around = true): BlockWorth {
  const active = around && (!block.when || holds(block.when.expr, { run }))
  const items = block.items.map(item =>
    item.kind === 'rule' ? ruleWorth(item, run, active) : blockWorth(item, run, active),
  )
  const sum = sumOfMillionths(items.map(item => item.points))
  const multiplied = clampMillionths(sum * factorOf(block, run))
  const bounded = active ? bound(multiplied, limit(block.cap, run), limit(block.floor, run)) : 0
  const points = wholeMillionths(bounded * (block.weight ?? 1))
  const shown = { multiplied: wholeMillionths(multiplied), bounded: wholeMillionths(bounded) }
  return { kind: 'block', block, active, items, sum, ...shown, points }
}

/** Factors multiply from the smallest up, so that the order of the rules does not matter; none beyond the largest double. */
function factorOf(block: Block, run: Run): number {
  const factors = block.multipliers.filter(({ when }) => holds(when.expr, { run })).map(({ factor }) => factor)
  return Math.min(
    Number.MAX_VALUE,
    factors.sort((a, b) => a - b).reduce((product, factor) => product * factor, 1),
  )
}
