/** The members of each followed set, kept up as events come. Joining costs the same however many there are. */
import { keyOf } from '../kernel/order.ts'
import { eventsOf } from '../kernel/sets.ts'
import type { LeadEvent } from '../lead/lead.ts'
import type { EventSet, EventSetOf, Expr, SetOp } from '../program.ts'
import type { SetNode } from './nodes.ts'
import { countUntil, countWhile, placeOf } from './order.ts'
import type { StillView } from './view.ts'

export interface Members {
  readonly node: SetNode
  readonly parts: readonly Members[]
  /** In order. */
  events: LeadEvent[]
  /** What the latest event did to them: nothing, one more at the end, or something from the instant `since` on. */
  change: 'same' | 'longer' | 'other'
  since: number
  /** By the value of `per`, what joining asks of the past. Missing: to be worked out from the members. */
  times?: Map<string, number>
  groups?: Map<string, LeadEvent[]>
}

export function membersOf(nodes: readonly SetNode[]): readonly Members[] {
  const all: Members[] = []
  for (const node of nodes)
    all.push({ node, parts: node.parts.map(part => all[part] as Members), events: [], change: 'same', since: 0 })
  return all
}

/** Takes in an event that is later in order than all before; the parts have taken it in already. */
export function append(members: Members, event: LeadEvent, view: StillView): void {
  const { node, parts } = members
  if (parts.some(part => part.change === 'other')) workOut(members, view)
  else if (node.isStill ? view.belongs(node.set, event) : joins(members, event, view)) {
    members.events.push(event)
    if (members.change === 'same') members.change = 'longer'
  }
}

/** Takes in an event that is earlier than some before; the parts have taken it in already. */
export function insert(members: Members, event: LeadEvent, view: StillView): void {
  const { node, parts } = members
  if (!node.isStill && parts.some(part => part.change !== 'same')) workOut(members, view)
  if (!node.isStill || !view.belongs(node.set, event)) return
  changeSince(members, event.at)
  members.events.splice(placeOf(members.events, event), 0, event)
}

function changeSince(members: Members, at: number): void {
  members.change = 'other'
  members.since = at
}

/** Anew, from the members of the parts, as the language defines it. */
function workOut(members: Members, view: StillView): void {
  const { node, parts } = members
  const events = (set: EventSet) => parts.find(part => part.node.set === set)?.events ?? []
  members.events = [...eventsOf(node.set, { ...view.run, events })]
  members.times = undefined
  members.groups = undefined
  changeSince(members, Number.NEGATIVE_INFINITY)
}

/** Not among them: what every event decides alone, and what nodes do without. */
type FollowedOp = Exclude<SetOp, 'events' | 'sharedSet' | 'moment' | 'window'>
type Joins<K extends SetOp> = (set: EventSetOf<K>, members: Members, event: LeadEvent, view: StillView) => boolean

/** Whether the event, which comes last, is a member; what it pushes out is taken out. */
const meaning = {
  filter: ({ where }, { parts: [set] }, event, view) => came(set) && view.holds(where, event),
  union: (_, { parts }) => parts.some(came),
  except: (_, { parts: [set, without] }) => came(set) && !came(without),
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: ({ within, per }, members, event, view) => {
    const [first, second] = members.parts as [Members, Members]
    const key = keyFor(per, event, view)
    if (key === undefined) return false
    members.times ??= latestTimes(first.events, per, event, view)
    const before = members.times.get(key) ?? Number.NEGATIVE_INFINITY
    if (came(first)) members.times.set(key, event.at)
    return came(second) && event.at - before < within
  },
  reach: ({ count, within }, { parts: [set] }) => {
    if (!set || !came(set)) return false
    const [now, before] = [set.events.length - 1, set.events.length - 2]
    return together(set.events, now, within) >= count && !(before >= 0 && together(set.events, before, within) >= count)
  },
  nth: ({ count, per }, members, event, view) => {
    const [set] = members.parts as [Members]
    const key = keyFor(per, event, view)
    return came(set) && key !== undefined && nextOf(members, set.events, key, per, event, view) === count
  },
  since: (_, members, event) => {
    const [set, last] = members.parts as [Members, Members]
    const gone = came(last) ? countWhile(members.events, one => one.at < event.at) : 0
    if (gone > 0) changeSince(members, Number.NEGATIVE_INFINITY)
    members.events.splice(0, gone)
    return came(set)
  },
  cooldown: ({ every }, { parts: [set], events }, event) =>
    came(set) && event.at - (events.at(-1)?.at ?? Number.NEGATIVE_INFINITY) >= every,
  earliest: ({ count, per }, members, event, view) => {
    const [set] = members.parts as [Members]
    const key = keyFor(per, event, view) ?? UNKNOWN
    return came(set) && nextOf(members, set.events, key, per, event, view) <= count
  },
  latest: ({ count, per }, members, event, view) => {
    if (!came(members.parts[0])) return false
    const key = keyFor(per, event, view) ?? UNKNOWN
    members.groups ??= groupsOf(members.events, per, view)
    const group = members.groups.get(key) ?? []
    members.groups.set(key, group)
    group.push(event)
    const oldest = group.length > count ? group.shift() : undefined
    if (oldest && oldest !== event) leave(members, oldest)
    return oldest !== event
  },
} satisfies { [K in FollowedOp]: Joins<K> }

function joins(members: Members, event: LeadEvent, view: StillView): boolean {
  const { set } = members.node
  return (meaning[set.op as FollowedOp] as Joins<SetOp>)(set, members, event, view)
}

function came(part: Members | undefined): boolean {
  return part?.change === 'longer'
}

function leave(members: Members, event: LeadEvent): void {
  changeSince(members, event.at)
  members.events.splice(placeOf(members.events, event), 1)
}

const UNKNOWN = keyOf(null)

/** What events are told apart by; nothing where it is unknown. */
function keyFor(per: Expr | undefined, event: LeadEvent, view: StillView): string | undefined {
  const value = per ? view.value(per, event) : true
  return value === null ? undefined : keyOf(value)
}

/** How many events up to this one lie less than `within` before it, itself included. */
function together(events: readonly LeadEvent[], index: number, within: number): number {
  return Math.max(1, index + 1 - countUntil(events, (events[index] as LeadEvent).at - within))
}

/** Of each value the time of its latest event, without the event that comes just now. */
function latestTimes(events: readonly LeadEvent[], per: Expr | undefined, now: LeadEvent, view: StillView) {
  const times = new Map<string, number>()
  for (const event of events) {
    const key = event === now ? undefined : keyFor(per, event, view)
    if (key !== undefined) times.set(key, event.at)
  }
  return times
}

/** The number of the event that comes just now among those of its value. */
function nextOf(
  members: Members,
  events: readonly LeadEvent[],
  key: string,
  per: Expr | undefined,
  now: LeadEvent,
  view: StillView,
): number {
  members.times ??= countsOf(events, per, now, view)
  const number = (members.times.get(key) ?? 0) + 1
  members.times.set(key, number)
  return number
}

function countsOf(events: readonly LeadEvent[], per: Expr | undefined, now: LeadEvent, view: StillView) {
  const before = events.filter(event => event !== now)
  return new Map([...groupsOf(before, per, view)].map(([key, group]) => [key, group.length]))
}

function groupsOf(events: readonly LeadEvent[], per: Expr | undefined, view: StillView): Map<string, LeadEvent[]> {
  const groups = new Map<string, LeadEvent[]>()
  for (const event of events) {
    const key = keyFor(per, event, view) ?? UNKNOWN
    const group = groups.get(key)
    if (group) group.push(event)
    else groups.set(key, [event])
  }
  return groups
}
