/** Leads that a box proposes, each measured by the reference evaluator: what it says is true whatever the proposal was worth. */
import { readLead, runOf } from '@merit-lang/runtime/reference'
import type { Witness } from '../claims.ts'
import { costOfLead, spend } from '../search/effort.ts'
import type { Goal } from '../search/goal.ts'
import type { Open } from '../search/open.ts'
import type { Side } from '../search/steer.ts'
import type { Space } from '../space/space.ts'
import { proposals } from './proposals.ts'

/** A lead, and how far it goes: times the side, so that greater is further. */
export interface Attempt {
  readonly value: number
  readonly witness: Witness
}

type Data = Readonly<Record<string, unknown>>

/** From the most promising on; undefined for those that are none. */
export function* attempts(goal: Goal, side: Side, space: Space, open: Open): Generator<Attempt | undefined> {
  let best: Attempt | undefined
  for (const proposal of proposals(space, open)) {
    const attempt = measured(goal, side, space, proposal)
    if (attempt && (!best || attempt.value > best.value)) best = attempt
    yield attempt
    if (attempt && attempt.value >= open.bound) return
  }
  if (best) yield* withoutEvents(goal, side, space, best, open.bound)
}

/** What the reference says of the lead; undefined where it has issues, since claims are about leads without. */
export function measured(goal: Goal, side: Side, space: Space, witness: Witness): Attempt | undefined {
  const { program } = space
  spend(space, costOfLead(program, (witness.lead.events as readonly unknown[] | undefined)?.length ?? 0))
  const lead = readLead(program, witness.lead)
  if (lead.issues.length > 0) return undefined
  return { value: goal.measure(runOf(program, lead, witness.now)) * side, witness }
}

/** Without all events of one type and what they bring, as long as that leads further. */
function* withoutEvents(
  goal: Goal,
  side: Side,
  space: Space,
  from: Attempt,
  bound: number,
): Generator<Attempt | undefined> {
  let best = from
  const events = (from.witness.lead.events ?? []) as readonly Data[]
  const kinds = [...new Set(events.map(({ at, ...rest }) => JSON.stringify(rest)))]
  if (kinds.length < 2) return
  for (const kind of kinds) {
    const left = ((best.witness.lead.events ?? []) as readonly Data[]).filter(
      ({ at, ...rest }) => JSON.stringify(rest) !== kind,
    )
    const attempt = measured(goal, side, space, { ...best.witness, lead: { ...best.witness.lead, events: left } })
    if (attempt && attempt.value > best.value) best = attempt
    yield attempt
    if (best.value >= bound) return
  }
}
