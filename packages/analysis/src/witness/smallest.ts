import type { Program } from '@merit-lang/runtime'
import { readLead, runOf } from '@merit-lang/runtime/reference'
import type { Witness } from '../claims.ts'
import type { Goal } from '../search/goal.ts'
import { atOnce, type Steps } from '../steps.ts'

type Data = Readonly<Record<string, unknown>>

/** The witness without whatever it shows the same without: nothing that is left can be left out alone. */
export function smallest(goal: Goal, program: Program, witness: Witness): Witness {
  return atOnce(shrinking(goal, program, witness))
}

export function* shrinking(goal: Goal, program: Program, witness: Witness): Steps<Witness> {
  const shows = (data: Data) => measure(goal, program, data, witness.now)
  const shown = shows(witness.lead)
  const keeps = (data: Data) => shows(data) === shown
  const { events = [], ...attributes } = witness.lead as { events?: readonly Data[] }
  const left = yield* reduced(events, some => keeps(dataOf(attributes, some)))
  const kept = yield* reduced(Object.entries(attributes), some => keeps(dataOf(Object.fromEntries(some), left)))
  return { ...witness, lead: dataOf(Object.fromEntries(kept), left) }
}

function dataOf(attributes: Data, events: readonly Data[]): Data {
  return events.length > 0 ? { ...attributes, events } : attributes
}

/** Undefined where the data is not as declared. */
function measure(goal: Goal, program: Program, data: Data, now: number): number | undefined {
  const lead = readLead(program, data)
  return lead.issues.length > 0 ? undefined : goal.measure(runOf(program, lead, now))
}

/** Leaves out halves, quarters, … and single ones, as long as what is left will do (Zeller's ddmin, simplified). */
function* reduced<T>(parts: readonly T[], keeps: (parts: readonly T[]) => boolean): Steps<readonly T[]> {
  let left = parts
  for (let size = left.length; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < left.length; ) {
      const without = [...left.slice(0, from), ...left.slice(from + size)]
      if (keeps(without)) left = without
      else from += size
      yield
    }
  }
  return left
}
