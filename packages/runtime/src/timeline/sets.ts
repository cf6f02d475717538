import type { EventSet, EventSetOf, Expr, SetOp } from '../program.ts'
import { consensus, type Truth } from './enclosure.ts'
import { truth } from './expressions.ts'
import { type Members, type Period, scopeOf } from './period.ts'
import type { Ref } from './snapshot.ts'
import { isStill } from './still.ts'

const none: ReadonlySet<Ref> = new Set()

/** What encloses each set of events over a period, where it may move. */
const enclosures = {
  events: entering,
  moment: (set, period) => {
    if (set.of.op !== 'attribute') period.isUnclear = true
    return entering(set, period)
  },
  sharedSet: ({ index }, period) => period.sharedSet(index),
  filter: ({ set, where }, period) => select(period.members(set), event => truth(where, scopeOf(period, event))),
  union: ({ sets }, period) => {
    const parts = sets.map(period.members)
    const always = new Set(parts.flatMap(({ events, unsure }) => events.filter(event => !unsure.has(event))))
    return select(sure([...new Set(parts.flatMap(({ events }) => events))]), event => always.has(event) || undefined)
  },
  except: ({ set, without }, period) => {
    const { events, unsure } = period.members(without)
    const left = new Set(events)
    return select(period.members(set), event => !left.has(event) || (unsure.has(event) ? undefined : false))
  },
  window: ({ set, atLeast = 0, below = Number.POSITIVE_INFINITY }, period) =>
    select(period.members(set), event => {
      const at = period.end().timeOf(event)
      const [youngest, oldest] = [Math.max(0, period.from - at), period.to - at]
      return consensus(youngest >= atLeast && oldest < below, oldest >= atLeast && youngest < below)
    }),
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: (set, period) => unlessMoved(set, set.second, period, set.first),
  since: (set, period) => unlessMoved(set, set.set, period, set.last),
  reach: narrowing,
  nth: narrowing,
  cooldown: narrowing,
  earliest: narrowing,
  latest: narrowing,
} satisfies { [K in SetOp]: (set: EventSetOf<K>, period: Period) => Members }

export function membersOf(set: EventSet, period: Period): Members {
  if (period.from === period.to || (period.isQuiet && isStill(set))) return sure(period.end().events(set))
  return (enclosures[set.op] as (set: EventSet, period: Period) => Members)(set, period)
}

function sure(events: readonly Ref[]): Members {
  return { events, unsure: none }
}

/** Those members that are kept; a member is sure where it was and surely is kept. */
function select({ events, unsure }: Members, keep: (event: Ref) => Truth): Members {
  const doubtful = new Set<Ref>()
  const kept = events.filter(event => {
    const stays = keep(event)
    if (stays === undefined || (stays && unsure.has(event))) doubtful.add(event)
    return stays !== false
  })
  return { events: kept, unsure: doubtful }
}

/** Events never leave: those at the end, of which some only came. */
function entering(set: EventSet, period: Period): Members {
  const { events, timeOf } = period.end()
  return select(sure(events(set)), event => timeOf(event) <= period.from || undefined)
}

function narrowing(set: Extract<EventSet, { set: EventSet }> & { per?: Expr }, period: Period): Members {
  return unlessMoved(set, set.set, period)
}

/** For sets that are not followed while what they are made of moves: then each of `from` is perhaps a member. */
function unlessMoved(set: EventSet & { per?: Expr }, from: EventSet, period: Period, other: EventSet = from): Members {
  const { events, unsure } = period.members(from)
  const moves = unsure.size > 0 || period.members(other).unsure.size > 0 || (set.per && !isStill(set.per))
  return moves ? { events, unsure: new Set(events) } : sure(period.end().events(set))
}
