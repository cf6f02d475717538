/** Rules of a block whose points a cap or floor may cut off for all leads. */
import type { Rule } from '@merit-lang/runtime'
import { blockWorth, holds, millionths, type Run } from '@merit-lang/runtime/reference'
import { wholeOf } from '../search/boxes.ts'
import { itemEnd } from '../search/worth.ts'
import type { Space } from '../space/space.ts'
import { type Bound, constantIn, type PlacedBlock } from './rules.ts'

/** A rule that only gives points, under a cap; or one that only takes some, above a floor. */
export interface Suspect {
  readonly rule: Rule
  readonly bound: Bound
  /** In millionths. */
  readonly limit: number
}

/** Where bounds are numbers, and nothing multiplies what the rules give. */
export function* suspectsIn({ block }: PlacedBlock, space: Space): Generator<Suspect> {
  if (block.multipliers.length > 0 || !(block.cap || block.floor)) return
  for (const rule of block.items) {
    const bound = rule.kind === 'rule' ? boundFor(rule, space) : undefined
    const limit = bound && constantIn(block[bound])
    if (bound && limit !== undefined) yield { rule: rule as Rule, bound, limit: millionths(limit) }
  }
}

/** Undefined where it gives points to some and takes some from others, or neither. */
function boundFor(rule: Rule, space: Space): Bound | undefined {
  const place = { space, box: wholeOf(space) }
  const [low, high] = [itemEnd(rule, -1, place).value, itemEnd(rule, 1, place).value]
  if (low >= 0 && high > 0) return 'cap'
  return high <= 0 && low < 0 ? 'floor' : undefined
}

/** Whether the block comes to the same without the rule, for this lead. */
export function idleFor({ block, around }: PlacedBlock, run: Run): (suspect: Suspect) => boolean {
  const isActive = around.every(condition => holds(condition, { run }))
  const { items, sum } = blockWorth(block, run, isActive)
  const points = new Map(items.map(item => [item.kind === 'rule' ? item.rule : item.block, item.points]))
  return ({ rule, bound, limit }) => {
    const own = points.get(rule) ?? 0
    const rest = sum - own
    return own === 0 || (bound === 'cap' ? rest >= limit : rest <= limit)
  }
}
