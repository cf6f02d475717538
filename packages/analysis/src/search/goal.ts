/** What the search drives to one end: the points of a part of a model, or a condition (1 where it holds, 0 where not). */
import type { Block, Condition, Expr, Program } from '@merit-lang/runtime'
import { blockWorth, holds, type Run } from '@merit-lang/runtime/reference'
import { truth } from '../bounds/bounds.ts'
import type { Box, Space } from '../space/space.ts'
import { narrowed } from './narrow.ts'
import { readsOf } from './reads.ts'
import { type End, endAt } from './rule-end.ts'
import { type Limits, type ScoreLimits, scoreLimitsOf } from './score-limits.ts'
import { type Side, steer } from './steer.ts'
import type { Prospect } from './totals.ts'
import { noWish } from './wish.ts'
import { blockEnd, type Item } from './worth.ts'

export interface Goal {
  /** What is asked about, for what it reads. */
  readonly parts: readonly object[]
  /** No lead of the box goes beyond, in the goal's own unit. */
  readonly end: (at: Prospect, side: Side) => End
  /** What the reference says of a lead. */
  readonly measure: (run: Run) => number
  /** All that is asked is whether a lead comes that far; absent: how far they come. In the goal's unit, on the side that is searched. */
  readonly enough?: number
  /** Between which scores are for the leads that matter. */
  readonly limits?: ScoreLimits
  /** The part of a box that matters; undefined where none does. */
  readonly within?: (space: Space, box: Box) => Box | undefined
}

/** All that is asked is whether a lead comes so far. */
export type Sufficient = Goal & Required<Pick<Goal, 'enough'>>

/** Whether there is a lead for which the condition holds. */
export function holding(condition: Expr, program: Program): Goal {
  const limits = scoreLimitsOf(condition, program)
  return {
    parts: [condition],
    limits,
    end: at => {
      const possible = truth(condition, at.view) !== false && [...limits].every(one => isInReach(one, at))
      return endAt(possible ? 1 : 0, () => (possible ? steer(condition, true, at.unlimited) : noWish))
    },
    measure: run => (holds(condition, { run }) ? 1 : 0),
    within: (space, box) => narrowed(condition, true, space, box),
  }
}

function isInReach([score, { low, high }]: readonly [number, Limits], { scoreEnd }: Prospect): boolean {
  return scoreEnd(score, -1).value <= high && low <= scoreEnd(score, 1).value
}

/** A score's points, in millionths. */
export function scorePoints(index: number): Goal {
  return {
    parts: [{ op: 'score', index }],
    end: (at, side) => at.scoreEnd(index, side),
    measure: run => run.score(index),
  }
}

/** What a rule or group gives, in millionths: nothing to leads for whom a block around it does not count. */
export function itemPoints(item: Item, around: readonly Expr[] = []): Goal {
  const when: Condition = { expr: { op: 'and', of: around }, parts: [] }
  return blockPoints({ kind: 'block', name: '', when, items: [item], multipliers: [], span: item.span })
}

/** What the items of a block come to before its cap, floor and weight, in millionths: nothing where the block does not count. */
export function pointsBeforeBounds({ cap, floor, weight, ...bare }: Block): Goal {
  return blockPoints(bare)
}

function blockPoints(block: Block): Goal {
  return {
    parts: [block],
    end: (at, side) => blockEnd(block, side, at.place),
    measure: run => blockWorth(block, run).points,
  }
}

/** The variables that the goal depends on. */
export function variablesOf({ parts }: Goal, space: Space): readonly number[] {
  return [...new Set(parts.flatMap(part => readsOf(part, space).variables))]
}
