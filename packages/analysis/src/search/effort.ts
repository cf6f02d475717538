/**
 * What questions cost, counted and not timed, so that the same text gives the same answer on every machine. One unit is an
 * addition, about two nanoseconds.
 */
import type { Space } from '../space/space.ts'

const spent = new WeakMap<Space, number>()

/** So far, over all questions about the space. */
export function effortOn(space: Space): number {
  return spent.get(space) ?? 0
}

export function spend(space: Space, units: number): void {
  spent.set(space, effortOn(space) + units)
}

/** About what things cost. */
export const costs = { ofItem: 2_500, ofBounds: 3_000, ofLead: 20_000, ofEvent: 3_000 }
