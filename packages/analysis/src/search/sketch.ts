/**
 * A lead that comes far enough, of what a few rules wish for: thresholds are most often well within reach, and then nothing
 * needs to be worked out of all the rules.
 */
import type { Space } from '../space/space.ts'
import type { Steps } from '../steps.ts'
import { type Attempt, measured } from '../witness/attempts.ts'
import { proposals } from '../witness/proposals.ts'
import { wholeOf } from './boxes.ts'
import { costs, spend } from './effort.ts'
import type { Goal, Sufficient } from './goal.ts'
import { readsOf } from './reads.ts'
import { ruleEnd } from './rule-end.ts'
import type { Side } from './steer.ts'
import { together, type Wish } from './wish.ts'

/** A lead is tried of the wishes of so many rules. */
const sizes: ReadonlySet<number> = new Set([4, 16, 64])

/** Rules that are looked at. */
const most = 96

/** Undefined where no such lead comes to mind. */
export function* sketching(goal: Sufficient, side: Side, space: Space): Steps<Attempt | undefined> {
  const bare = bestOf([], goal, side, space)
  if (bare) return bare
  const wishes: Wish[] = []
  for (const rule of rulesOf(goal, space).slice(0, most)) {
    yield
    spend(space, costs.ofBounds)
    const { value, wish } = ruleEnd(rule, side, { space, box: wholeOf(space) })
    if (value * side > 0) wishes.push(wish)
    const found = value * side > 0 && sizes.has(wishes.length) ? bestOf(wishes, goal, side, space) : undefined
    if (found) return found
  }
  return sizes.has(wishes.length) ? undefined : bestOf(wishes, goal, side, space)
}

function rulesOf({ parts }: Goal, space: Space) {
  return [...new Set(parts.flatMap(part => readsOf(part, space).rules))]
}

/** The first proposals have the fewest events. */
const tried = 2

function bestOf(wishes: readonly Wish[], goal: Sufficient, side: Side, space: Space): Attempt | undefined {
  let left = tried
  for (const proposal of proposals(space, { box: wholeOf(space), bound: goal.enough, wish: together(wishes) })) {
    const attempt = measured(goal, side, space, proposal)
    if (attempt && attempt.value >= goal.enough) return attempt
    if (--left === 0) return undefined
  }
  return undefined
}
