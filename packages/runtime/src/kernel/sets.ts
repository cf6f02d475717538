import type { LeadEvent } from '../lead/lead.ts'
import type { EventSet, EventSetOf, Expr, SetOp } from '../program.ts'
import { compute, holds, numberOf } from './expressions.ts'
import { momentName } from './moment.ts'
import { byOrder, keyOf } from './order.ts'
import type { Run } from './scope.ts'

type Events = readonly LeadEvent[]

/** What each set of events is: always in order, always events up to now. */
const meaning = {
  events: ({ types }, run) => run.lead.events.filter(event => event.at <= run.now && types.includes(event.type)),
  moment: ({ of }, run) => {
    const at = numberOf(of, { run })
    return at === null || at > run.now ? [] : [run.moment(momentName(of, run.program), at)]
  },
  sharedSet: ({ index }, run) => run.sharedSet(index),
  filter: ({ set, where }, run) => run.events(set).filter(event => holds(where, { run, event })),
  union: ({ sets }, run) => [...new Set(sets.flatMap(run.events))].sort(byOrder),
  except: ({ set, without }, run) => {
    const left = new Set(run.events(without))
    return run.events(set).filter(event => !left.has(event))
  },
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: preceded,
  reach: ({ set, count, within }, run) => {
    const events = run.events(set)
    const together = trailingCounts(events, within)
    return events.filter((_, i) => (together[i] ?? 0) >= count && (together[i - 1] ?? 0) < count)
  },
  nth: (of, run) =>
    perValue(of, run, (events, value) => (value === keyOf(null) ? [] : events.slice(of.count - 1, of.count))),
  window: ({ set, atLeast = 0, below = Number.POSITIVE_INFINITY }, run) =>
    run.events(set).filter(event => run.now - event.at >= atLeast && run.now - event.at < below),
  since: ({ set, last }, run) => {
    const from = run.events(last).at(-1)?.at ?? Number.NEGATIVE_INFINITY
    return run.events(set).filter(event => event.at >= from)
  },
  cooldown: ({ set, every }, run) => {
    let last = Number.NEGATIVE_INFINITY
    return run.events(set).filter(event => {
      const rested = event.at - last >= every
      if (rested) last = event.at
      return rested
    })
  },
  earliest: (of, run) => perValue(of, run, events => events.slice(0, of.count)),
  latest: (of, run) => perValue(of, run, events => events.slice(-of.count)),
} satisfies { [K in SetOp]: (set: EventSetOf<K>, run: Run) => Events }

/** The events of a set, worked out anew: `run.events` remembers. */
export function eventsOf(set: EventSet, run: Run): Events {
  return (meaning[set.op] as (set: EventSet, run: Run) => Events)(set, run)
}

/** Only the latest `first` before each `second` matters: no other is nearer. */
function preceded({ first, second, within, per }: EventSetOf<'then'>, run: Run): Events {
  const [opening, closing] = [new Set(run.events(first)), new Set(run.events(second))]
  const latest = new Map<string, number>()
  return [...new Set([...opening, ...closing])].sort(byOrder).filter(event => {
    const value = per ? compute(per, { run, event }) : true
    if (value === null) return false
    const before = latest.get(keyOf(value)) ?? Number.NEGATIVE_INFINITY
    if (opening.has(event)) latest.set(keyOf(value), event.at)
    return closing.has(event) && event.at - before < within
  })
}

/** For each event, how many of the events up to it lie less than `within` before it, itself included. */
function trailingCounts(events: Events, within: number): number[] {
  let oldest = 0
  return events.map((event, i) => {
    while (event.at - (events[oldest] as LeadEvent).at >= within && oldest < i) oldest++
    return i - oldest + 1
  })
}

interface PerValue {
  readonly set: EventSet
  readonly per?: Expr
}

/** What `pick` takes of the events of each value of `per`, texts without regard to letter case; of all events without `per`. */
function perValue({ set, per }: PerValue, run: Run, pick: (events: Events, value: string) => Events): Events {
  const groups = new Map<string, LeadEvent[]>()
  for (const event of run.events(set)) {
    const value = keyOf(per ? compute(per, { run, event }) : true)
    const group = groups.get(value)
    if (group) group.push(event)
    else groups.set(value, [event])
  }
  return [...groups].flatMap(([value, events]) => pick(events, value)).sort(byOrder)
}
