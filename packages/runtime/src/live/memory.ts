/** What is worked out of a state while it is in use. Nothing of it is stored: it follows from the events and totals that are. */
import { byTimeAndId } from '../lead/events.ts'
import type { LeadEvent } from '../lead/lead.ts'
import type { Value } from '../program.ts'
import { append, insert, type Members, membersOf } from './members.ts'
import { neededOf } from './needs.ts'
import { countUntil, countWhile, placeOf } from './order.ts'
import type { Feed, Plan } from './plan.ts'
import { type Running, runningOf, truncate, worthOf } from './running.ts'
import { settleEvent, type Total } from './totals.ts'
import type { StillView } from './view.ts'

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
  readonly running: readonly Running[]
  /** By node: the sums over its members. */
  readonly runningOn: readonly (readonly Running[])[]
  readonly limit: number
}

export function memoryOf(plan: Plan, { settled, totals, events }: Kept, limit: number): Memory {
  const running = plan.tallies.map(runningOf)
  return {
    settled,
    totals,
    events: [],
    given: [],
    coming: [...events],
    rest: [],
    members: membersOf(plan.nodes),
    running,
    runningOn: plan.nodes.map((_, node) => running.filter(one => one.tally.node === node)),
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
  for (const node of nodes) {
    const members = memory.members[node] as Members
    take(members, event, view)
    for (const running of memory.runningOn[node] ?? []) keepUp(running, members, event, memory.settled)
  }
  for (const node of nodes) (memory.members[node] as Members).change = 'same'
}

/** Where each event decides by itself, sums are over those that no total has yet. */
function keepUp(running: Running, { node, change, from, events }: Members, event: LeadEvent, settled: number): void {
  if (change === 'same') return
  if (!node.isStill) {
    running.events = events
    if (change === 'other') truncate(running, from)
  } else if (event.at > settled - running.tally.keep) {
    const place = change === 'longer' ? running.events.length : placeOf(running.events, event)
    running.events.splice(place, 0, event)
    truncate(running, place)
  }
}

/** The values of the feeds at `now`, which is not before any event that was taken in. */
export function fed(memory: Memory, plan: Plan, view: StillView, now: number): Value[] {
  const how = { view, isShort: memory.events.length <= plan.patience && memory.settled === Number.NEGATIVE_INFINITY }
  const tally = ({ tally: place, ages }: Extract<Feed, { kind: 'tally' }>) =>
    worthOf(memory.running[place] as Running, memory.totals[place] ?? null, ages, now, how)
  const end = ({ kind, node, of, ages }: Extract<Feed, { kind: 'first' | 'last' }>) => {
    const { events } = memory.members[node] as Members
    const [from, to] = [countUntil(events, now - ages.below), countUntil(events, now - ages.atLeast)]
    const event = from < to ? events[kind === 'first' ? from : to - 1] : undefined
    return event ? view.value(of, event) : null
  }
  const values = { tally, first: end, last: end } satisfies { [K in Feed['kind']]: (feed: never) => Value }
  return plan.feeds.map(feed => (values[feed.kind] as (feed: Feed) => Value)(feed))
}

/** Lets go of what nothing asks for at `to` or later any more. All events until then are given, and none is later. */
export function settled(plan: Plan, view: StillView, kept: Kept, to: number): Kept {
  const totals = [...kept.totals]
  for (const event of kept.events) settleEvent(plan, view, totals, event, kept.settled, to)
  const past = kept.events.slice(0, countUntil(kept.events, to))
  const needed = neededOf(plan, view, past, to)
  return { settled: to, totals, events: kept.events.filter(event => event.at > to || needed.has(event)) }
}
