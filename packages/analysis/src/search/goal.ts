/** What the search drives to one end: the points of a part of a model, or a condition (1 where it holds, 0 where not). */
import type { Expr } from '@merit-lang/runtime'
import { blockWorth, holds, type Run, ruleWorth } from '@merit-lang/runtime/reference'
import { truth } from '../bounds/bounds.ts'
import type { Box, Space } from '../space/space.ts'
import { narrowed } from './narrow.ts'
import { readsOf } from './reads.ts'
import { type Side, steer } from './steer.ts'
import type { Prospect } from './totals.ts'
import { noWish } from './wish.ts'
import { type End, type Item, itemEnd, sumOfItems } from './worth.ts'

export interface Goal {
  /** What is asked about, for what it reads. */
  readonly parts: readonly object[]
  /** No lead of the box goes beyond, in the goal's own unit. */
  readonly end: (at: Prospect, side: Side) => End
  /** What the reference says of a lead. */
  readonly measure: (run: Run) => number
  /** The part of a box that matters; undefined where none does. */
  readonly within?: (space: Space, box: Box) => Box | undefined
}

/** Whether there is a lead for which the condition holds. */
export function holding(condition: Expr): Goal {
  return {
    parts: [condition],
    end: at => {
      const possible = truth(condition, at.view) !== false
      return { value: possible ? 1 : 0, wish: possible ? steer(condition, true, at) : noWish }
    },
    measure: run => (holds(condition, { run }) ? 1 : 0),
    within: (space, box) => narrowed(condition, true, space, box),
  }
}

/** A score's points, in millionths. */
export function scorePoints(index: number): Goal {
  return {
    parts: [{ op: 'score', index }],
    end: (at, side) => at.scoreEnd(index, side),
    measure: run => run.score(index),
  }
}

/** What a rule or group gives, in millionths, for leads for whom the blocks around it count. */
export function itemPoints(item: Item, around: readonly Expr[] = []): Goal {
  return {
    parts: [item, ...around],
    end: (at, side) => itemEnd(item, side, at.place),
    measure: run =>
      worth(
        item,
        run,
        around.every(condition => holds(condition, { run })),
      ),
  }
}

/** What the items of a block come to before its cap and floor, in millionths. */
export function pointsBeforeBounds(block: Extract<Item, { kind: 'block' }>): Goal {
  return {
    parts: [block],
    end: (at, side) => sumOfItems(block, side, at.place),
    measure: run => blockWorth(block, run).multiplied,
  }
}

function worth(item: Item, run: Run, active: boolean): number {
  return item.kind === 'rule' ? ruleWorth(item, run, active).points : blockWorth(item, run, active).points
}

/** The variables that the goal depends on. */
export function variablesOf({ parts }: Goal, space: Space): readonly number[] {
  return [...new Set(parts.flatMap(part => readsOf(part, space).variables))]
}
