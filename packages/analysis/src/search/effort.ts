/**
 * What questions cost, counted and not timed, so that the same text gives the same answer on every machine. One unit is an
 * addition, about two nanoseconds.
 */
import type { Block, Program } from '@merit-lang/runtime'
import type { Space } from '../space/space.ts'

const spent = new WeakMap<Space, number>()

/** So far, over all questions about the space. */
export function effortOn(space: Space): number {
  return spent.get(space) ?? 0
}

export function spend(space: Space, units: number): void {
  spent.set(space, effortOn(space) + units)
}

/** About what things cost. Of each event each rule may ask whether it counts. */
export const costs = { ofTable: 250, ofItem: 2_500, ofBounds: 3_000, ofLead: 20_000, ofEventAndRule: 100 }

const sizes = new WeakMap<Program, number>()

/** What the reference evaluator takes for a lead with so many events. */
export function costOfLead(program: Program, events: number): number {
  const rules =
    sizes.get(program) ?? program.scores.reduce((sum, one) => sum + (one.kind === 'rules' ? rulesIn(one.block) : 1), 0)
  sizes.set(program, rules)
  return costs.ofLead + costs.ofEventAndRule * (rules + 30) * (1 + events)
}

function rulesIn({ items }: Block): number {
  return items.reduce((sum, item) => sum + (item.kind === 'rule' ? 1 : rulesIn(item)), 0)
}
