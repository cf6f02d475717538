/** What is worked out of a state while it is in use. Nothing of it is stored: it follows from the events and totals that are. */
import { byTimeAndId } from '../lead/events.ts'
import type { LeadEvent } from '../lead/lead.ts'
import type { Value } from '../program.ts'
import { append, insert, type Members, membersOf } from './members.ts'
import { neededOf } from './needs.ts'
import { countUntil, countWhile, placeOf } from './order.ts'
import type { Feed, Plan } from './plan.ts'
import { catchUp, cut, put, type Running, runningOf } from './running.ts'
import { settleEvent, type Total } from './totals.ts'
import type { StillView } from './view.ts'
import { type Bounds, worthOf } from './worth.ts'

/** Events, whose ranks are their places among all that were given, and totals of those until `settled` that are gone. */
export interface Kept {
  readonly settled: number
  readonly totals: Total[]
  /** In order. */
  readonly events: readonly LeadEvent[]
}

export interface Memory extends Kept {
  /** Taken in; their ranks agree with their order. */
  readonly events: LeadEvent[]
  /** The same as they were given. */
  readonly given: LeadEvent[]
  /** Later than those taken in, in order. */
  readonly coming: LeadEvent[]
  /** Of those taken in what the residual program reads. */
  readonly rest: LeadEvent[]
  readonly members: readonly Members[]
  /** By tally. */
  readonly running: readonly Running[]
  /** By feed. */
  readonly bounds: readonly Bounds[]
  readonly limit: number
}

export function memoryOf(plan: Plan, { settled, totals, events }: Kept, limit: number): Memory {
  return {
    settled,
    totals,
    events: [],
    given: [],
    coming: [...events],
    rest: [],
    members: membersOf(plan.nodes),
    running: plan.tallies.map(runningOf),
    bounds: plan.feeds.map(() => ({ from: 0, to: 0 })),
    limit,
  }
}

/** How many events there may be before it is worth the while to settle, where so many were left the last time. */
export function limitFor({ patience }: Plan, left: number): number {
  return 2 * left + patience
}

/** Takes in the events until `now`. */
export function advance(memory: Memory, plan: Plan, view: StillView, now: number): void {
  for (const given of memory.coming.splice(0, countUntil(memory.coming, now))) {
    const event = ranked(given, memory.events.at(-1))
    memory.given.push(given)
    memory.events.push(event)
    if (plan.rest.has(event.type)) memory.rest.push(event)
    follow(memory, plan, view, event, append)
  }
}

/** Takes in one event, whenever it was. False where that changes the order of others: then memory is of no more use. */
export function receive(memory: Memory, plan: Plan, view: StillView, given: LeadEvent): boolean {
  const latest = memory.given.at(-1)
  if (!latest || byTimeAndId(latest, given) < 0) {
    memory.coming.splice(
      countWhile(memory.coming, other => byTimeAndId(other, given) < 0),
      0,
      given,
    )
    return true
  }
  const place = countUntil(memory.events, given.at)
  if (memory.events[place - 1]?.at === given.at) return false
  memory.given.splice(place, 0, given)
  memory.events.splice(place, 0, given)
  if (plan.rest.has(given.type)) memory.rest.splice(placeOf(memory.rest, given), 0, given)
  follow(memory, plan, view, given, insert)
  return true
}

/** Within an instant ids go before places: where they disagree the rank is moved up. */
function ranked(given: LeadEvent, before: LeadEvent | undefined): LeadEvent {
  const isMoved = before !== undefined && before.at === given.at && before.rank >= given.rank
  return isMoved ? { ...given, rank: before.rank + 0.5 } : given
}

function follow(memory: Memory, plan: Plan, view: StillView, event: LeadEvent, take: typeof append): void {
  const nodes = plan.followed[event.type] ?? []
  for (const { node, life, tallies } of nodes) {
    if (event.at <= memory.settled - life) continue
    const members = memory.members[node] as Members
    take(members, event, view)
    if (members.change !== 'same')
      for (const tally of tallies) keepUp(memory.running[tally] as Running, members, event, memory.settled, view)
  }
  for (const { node } of nodes) (memory.members[node] as Members).change = 'same'
}

/** Where each event decides by itself, sums are over those that no total has yet. */
function keepUp(running: Running, members: Members, event: LeadEvent, settled: number, view: StillView): void {
  const { node, change, since, events } = members
  if (!node.isStill) {
    if (change === 'other') cut(running, since, events)
  } else if (event.at > settled - running.tally.keep) put(running, event, view)
}

/** The values of the feeds at `now`, which is not before any event that was taken in. */
export function fed(memory: Memory, plan: Plan, view: StillView, now: number): Value[] {
  const isShort = memory.events.length <= plan.patience && memory.settled === Number.NEGATIVE_INFINITY
  const asked = { now, isShort }
  const tally = ({ tally: place, ages }: Extract<Feed, { kind: 'tally' }>, feed: number) => {
    const running = memory.running[place] as Running
    const { node, events } = memory.members[running.tally.node] as Members
    if (!node.isStill) catchUp(running, events, view)
    return worthOf(running, memory.totals[place] ?? null, ages, memory.bounds[feed] as Bounds, asked)
  }
  const end = ({ kind, node, of, ages }: Extract<Feed, { kind: 'first' | 'last' }>) => {
    const { events } = memory.members[node] as Members
    const [from, to] = [countUntil(events, now - ages.below), countUntil(events, now - ages.atLeast)]
    const event = from < to ? events[kind === 'first' ? from : to - 1] : undefined
    return event ? view.value(of, event) : null
  }
  const values = { tally, first: end, last: end } satisfies {
    [K in Feed['kind']]: (feed: never, place: number) => Value
  }
  return plan.feeds.map((feed, place) => (values[feed.kind] as (feed: Feed, place: number) => Value)(feed, place))
}

/** Lets go of what nothing asks for at `to` or later any more. All events until then are given, and none is later. */
export function settled(plan: Plan, view: StillView, kept: Kept, to: number): Kept {
  const totals = [...kept.totals]
  for (const event of kept.events) settleEvent(plan, view, totals, event, kept.settled, to)
  const past = kept.events.slice(0, countUntil(kept.events, to))
  const needed = neededOf(plan, view, past, to)
  return { settled: to, totals, events: kept.events.filter(event => event.at > to || needed.has(event)) }
}
