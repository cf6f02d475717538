/**
 * Branch and bound: boxes are looked at from the most promising on; each proposes leads, which the reference evaluator
 * measures; boxes that cannot beat the best lead are left out, others are split. Ends when nothing can beat it, or with the budget.
 */
import type { Budget, Witness } from '../claims.ts'
import type { Space } from '../space/space.ts'
import { atOnce, type Steps } from '../steps.ts'
import { type Attempt, attempts } from '../witness/attempts.ts'
import { growsEvenly } from '../witness/growth.ts'
import { ENDLESS } from '../witness/proposals.ts'
import { wholeOf } from './boxes.ts'
import { effortOn } from './effort.ts'
import { type Goal, variablesOf } from './goal.ts'
import { type Open, openAt } from './open.ts'
import { splitting } from './split.ts'
import type { Side } from './steer.ts'
import { tabulating } from './worth.ts'

/** What was found, in the goal's unit. */
export interface Extreme {
  /** No lead goes beyond; undefined where no lead matters at all. */
  readonly bound: number | undefined
  readonly reached: number | undefined
  readonly witness: Witness | undefined
  /** Nothing bounds it: the more events there are, the further it goes. The bound then means nothing. */
  readonly endless: boolean
}

export const usual: Budget = { boxes: 200, effort: 1e8 }

export function extreme(goal: Goal, side: Side, space: Space, budget: Budget = usual): Extreme {
  return atOnce(searching(goal, side, space, budget))
}

export function* searching(goal: Goal, side: Side, space: Space, budget: Budget = usual): Steps<Extreme> {
  yield* tabulating(goal.parts, space)
  const search = new Search(goal, side, space)
  const most = effortOn(space) + (budget.effort ?? (usual.effort as number))
  for (let boxes = 0; boxes < budget.boxes && effortOn(space) < most && search.goesOn(); boxes++) yield* search.look()
  return search.found()
}

class Search {
  private readonly goal: Goal
  private readonly side: Side
  private readonly space: Space
  private readonly variables: readonly number[]
  /** From the least promising to the most; of equal ones the newest, which is the most specific, comes last. */
  private readonly open: Open[] = []
  private best: Attempt | undefined
  /** The furthest bound of boxes that are not looked at any more though they might go beyond the best lead. */
  private left = Number.NEGATIVE_INFINITY
  private endless = false

  constructor(goal: Goal, side: Side, space: Space) {
    this.goal = goal
    this.side = side
    this.space = space
    this.variables = variablesOf(goal, space)
    const whole = openAt(goal, side, space, wholeOf(space), Number.POSITIVE_INFINITY)
    if (whole) this.open.push(whole)
  }

  /** Whether the best lead may yet be beaten, and that matters: it does not where another box might go further still. */
  goesOn(): boolean {
    const next = this.open.at(-1)
    if (this.endless || next === undefined) return false
    const { enough = Number.POSITIVE_INFINITY } = this.goal
    if (this.reached() >= enough || (this.goal.enough !== undefined && next.bound < enough)) return false
    return next.bound > this.reached() && next.bound >= this.left
  }

  /** At one box. */
  *look(): Steps<void> {
    const next = this.open.pop() as Open
    yield* this.attempt(next)
    if (this.goal.enough !== undefined && this.reached() >= this.goal.enough) return
    if (next.bound >= ENDLESS)
      this.endless = this.best !== undefined && (yield* growsEvenly(this.goal, this.side, this.space, this.best))
    if (this.endless || this.reached() >= next.bound) return
    const parts = yield* splitting(this.goal, this.side, this.space, next, this.variables)
    if (parts) for (const part of parts) this.insert(part)
    else this.left = Math.max(this.left, next.bound)
  }

  found(): Extreme {
    const bound = Math.max(this.left, this.open.at(-1)?.bound ?? Number.NEGATIVE_INFINITY, this.reached())
    return {
      bound: Number.isFinite(bound) ? bound * this.side : undefined,
      reached: this.best && this.best.value * this.side,
      witness: this.best?.witness,
      endless: this.endless,
    }
  }

  private reached(): number {
    return this.best?.value ?? Number.NEGATIVE_INFINITY
  }

  private *attempt(box: Open): Steps<void> {
    yield
    for (const attempt of attempts(this.goal, this.side, this.space, box)) {
      if (attempt && attempt.value > this.reached()) this.best = attempt
      yield
    }
  }

  private insert(one: Open): void {
    const place = this.open.findIndex(({ bound }) => bound > one.bound)
    this.open.splice(place < 0 ? this.open.length : place, 0, one)
  }
}
