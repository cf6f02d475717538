/** Few and small leads that together show everything that the leads of a pool show. */
import { partsOf } from './moves.ts'
import type { Sample } from './pool.ts'

/** What a test costs its reader beside the lead that it is about, in attributes and events. */
const overhead = 3

/** For each thing the lead that is to show it, by the leads that do; the dearest per thing shown comes last. */
export function coverOf<T>(showing: ReadonlyMap<T, readonly Sample[]>): ReadonlyMap<Sample, readonly T[]> {
  const open = openOf(showing)
  const chosen = new Map<Sample, readonly T[]>()
  while (open.size > 0) {
    const best = cheapest(open)
    if (!best) break
    const [sample, things] = best
    chosen.set(sample, [...things])
    take(things, open)
  }
  return chosen
}

function openOf<T>(showing: ReadonlyMap<T, readonly Sample[]>): Map<Sample, Set<T>> {
  const open = new Map<Sample, Set<T>>()
  for (const [thing, samples] of showing)
    for (const sample of samples) open.set(sample, (open.get(sample) ?? new Set<T>()).add(thing))
  return open
}

function cheapest<T>(open: ReadonlyMap<Sample, Set<T>>): readonly [Sample, ReadonlySet<T>] | undefined {
  let best: readonly [Sample, ReadonlySet<T>] | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [sample, things] of open) {
    const price = costOf(sample) / things.size
    if (price < least) [best, least] = [[sample, things], price]
  }
  return best
}

function take<T>(things: ReadonlySet<T>, open: Map<Sample, Set<T>>): void {
  const taken = [...things]
  for (const [sample, left] of open) {
    for (const thing of taken) left.delete(thing)
    if (left.size === 0) open.delete(sample)
  }
}

const costs = new WeakMap<Sample, number>()

function costOf(sample: Sample): number {
  const { attributes, events } = partsOf(sample.witness)
  const cost = costs.get(sample) ?? overhead + Object.keys(attributes).length + 2 * events.length
  costs.set(sample, cost)
  return cost
}
