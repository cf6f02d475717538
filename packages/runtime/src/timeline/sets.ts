import { momentName } from '../kernel/moment.ts'
import { byOrder, keyOf } from '../kernel/order.ts'
import type { LeadEvent } from '../lead/lead.ts'
import type { EventSet, EventSetOf, Expr, SetOp } from '../program.ts'
import { consensus, Interval, type Truth } from './enclosure.ts'
import { enclose, truth } from './expressions.ts'
import type { Members, Period } from './period.ts'

type Events = readonly LeadEvent[]

const none: ReadonlySet<LeadEvent> = new Set()

/** What encloses each set of events over a period. Over one instant, and wherever nothing moves, nobody is unsure. */
const enclosures = {
  events: ({ types }, period) =>
    select(sure(period.lead.events), event => types.includes(event.type) && happened(event.at, period)),
  moment: ({ of }, period) => {
    const at = enclose(of, { period })
    if (at instanceof Interval) period.giveUp()
    if (typeof at !== 'number') return sure([])
    return select(sure([period.moment(momentName(of, period.program), at)]), () => happened(at, period))
  },
  sharedSet: ({ index }, period) => period.sharedSet(index),
  filter: ({ set, where }, period) => select(period.members(set), event => truth(where, { period, event })),
  union: ({ sets }, period) => {
    const parts = sets.map(period.members)
    const always = new Set(parts.flatMap(({ events, unsure }) => events.filter(event => !unsure.has(event))))
    const events = [...new Set(parts.flatMap(part => part.events))].sort(byOrder)
    return select(sure(events), event => always.has(event) || undefined)
  },
  except: ({ set, without }, period) => {
    const { events, unsure } = period.members(without)
    const left = new Set(events)
    return select(period.members(set), event => !left.has(event) || (unsure.has(event) ? undefined : false))
  },
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: preceded,
  reach: ({ set, count, within }, period) =>
    inTurn(period.members(set), events => {
      const full = (i: number) => i >= count - 1 && timeBetween(events, i - count + 1, i) < within
      return (_, i) => (full(i) || count === 1) && !(i > 0 && (full(i - 1) || count === 1))
    }),
  nth: ({ set, count, per }, period) =>
    inTurn(period.members(set), () => {
      const place = counter()
      return event => {
        const key = keyFor(per, event, period)
        return key !== unknown && place(key) === count
      }
    }),
  window: ({ set, atLeast = 0, below = Number.POSITIVE_INFINITY }, period) =>
    select(period.members(set), ({ at }) => {
      const [youngest, oldest] = [Math.max(0, period.from - at), period.to - at]
      return consensus(youngest >= atLeast && oldest < below, oldest >= atLeast && youngest < below)
    }),
  since: ({ set, last }, period) => {
    const { events, unsure } = period.members(last)
    const latest = events.at(-1)?.at ?? Number.NEGATIVE_INFINITY
    const surely = events.findLast(event => !unsure.has(event))?.at ?? Number.NEGATIVE_INFINITY
    return select(period.members(set), ({ at }) => consensus(at >= latest, at >= surely))
  },
  cooldown: ({ set, every }, period) =>
    inTurn(period.members(set), () => {
      let last = Number.NEGATIVE_INFINITY
      return ({ at }) => {
        const rested = at - last >= every
        if (rested) last = at
        return rested
      }
    }),
  earliest: ({ set, count, per }, period) =>
    inTurn(period.members(set), () => {
      const place = counter()
      return event => place(keyFor(per, event, period)) <= count
    }),
  latest: ({ set, count, per }, period) => {
    const members = period.members(set)
    const [perhaps, surely] = [counter(), counter()]
    const keep = new Map<LeadEvent, Truth>()
    for (const event of [...members.events].reverse()) {
      const key = keyFor(per, event, period)
      const [most, least] = [perhaps(key), members.unsure.has(event) ? surely(key, 0) + 1 : surely(key)]
      keep.set(event, consensus(most <= count, least <= count))
    }
    return select(members, event => keep.get(event))
  },
} satisfies { [K in SetOp]: (set: EventSetOf<K>, period: Period) => Members }

export function membersOf(set: EventSet, period: Period): Members {
  return (enclosures[set.op] as (set: EventSet, period: Period) => Members)(set, period)
}

function sure(events: Events): Members {
  return { events, unsure: none }
}

/** Those members that are kept; a member is sure where it was and surely is kept. */
function select({ events, unsure }: Members, keep: (event: LeadEvent, place: number) => Truth): Members {
  const doubtful = new Set<LeadEvent>()
  const kept = events.filter((event, place) => {
    const stays = keep(event, place)
    if (stays === undefined || (stays && unsure.has(event))) doubtful.add(event)
    return stays !== false
  })
  return { events: kept, unsure: doubtful.size > 0 ? doubtful : none }
}

/**
 * For sets in which only what came before an event decides about it. Up to the first unsure member nothing is in doubt,
 * from there on everything. `start` is given the members that are not, and its answer is asked in their order.
 */
function inTurn(members: Members, start: (events: Events) => (event: LeadEvent, place: number) => boolean): Members {
  const doubt = members.events.findIndex(event => members.unsure.has(event))
  const settled = doubt < 0 ? members.events.length : doubt
  const keep = start(members.events)
  return select(members, (event, place) => (place < settled ? keep(event, place) : undefined))
}

/** Only the latest `first` before each `second` matters: no other is nearer. */
function preceded({ first, second, within, per }: EventSetOf<'then'>, period: Period): Members {
  const [opening, closing] = [period.members(first), period.members(second)]
  const opens = new Set(opening.events)
  const [latest, surely] = [new Map<string, number>(), new Map<string, number>()]
  const keep = new Map<LeadEvent, Truth>()
  for (const event of [...new Set([...opening.events, ...closing.events])].sort(byOrder)) {
    const key = keyFor(per, event, period)
    const near = (before: Map<string, number>) => event.at - (before.get(key) ?? Number.NEGATIVE_INFINITY) < within
    keep.set(event, key !== unknown && consensus(near(surely), near(latest)))
    if (!opens.has(event)) continue
    latest.set(key, event.at)
    if (!opening.unsure.has(event)) surely.set(key, event.at)
  }
  return select(closing, event => keep.get(event))
}

/** Whether an instant has come. */
function happened(at: number, { from, to }: Period): Truth {
  return consensus(at <= from, at <= to)
}

function timeBetween(events: Events, a: number, b: number): number {
  return (events[b] as LeadEvent).at - (events[a] as LeadEvent).at
}

const unknown = keyOf(null)

/** The group of an event; all are in one group without `per`. */
function keyFor(per: Expr | undefined, event: LeadEvent, period: Period): string {
  const value = per ? enclose(per, { period, event }) : true
  if (!(value instanceof Interval)) return keyOf(value)
  period.giveUp()
  return ''
}

/** Counts by key, and answers how many there are with this one. */
function counter(): (key: string, more?: number) => number {
  const counts = new Map<string, number>()
  return (key, more = 1) => {
    const count = (counts.get(key) ?? 0) + more
    counts.set(key, count)
    return count
  }
}
