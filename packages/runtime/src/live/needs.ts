/** Which events must be kept, so that what is asked later comes out as if all had been. */

import { keyOf } from '../kernel/order.ts'
import type { LeadEvent } from '../lead/lead.ts'
import type { EventSet, EventSetOf, Expr, SetOp } from '../program.ts'
import type { Need, Plan } from './plan.ts'
import type { StillView } from './view.ts'

type Events = readonly LeadEvent[]

const EVER = Number.NEGATIVE_INFINITY

/**
 * Of events up to `settled`, in order, those that the plan needs at any moment from `settled` on, whatever else comes, late
 * or not. Of events that may be taken back none may be given: what they push out could be needed again.
 */
export function neededOf(plan: Plan, view: StillView, events: Events, settled: number): ReadonlySet<LeadEvent> {
  const known = new Map<EventSet, Map<number, Events>>()

  /** What decides about the members that came after `after`; where each event decides by itself, these members. */
  const needed = (set: EventSet, after: number): Events => {
    const answers = known.get(set) ?? new Map<number, Events>()
    known.set(set, answers)
    const answer = answers.get(after) ?? answered(set, after)
    answers.set(after, answer)
    return answer
  }
  const answered = (set: EventSet, after: number): Events =>
    view.isStill(set)
      ? events.filter(event => event.at > after && view.belongs(set, event))
      : (meaning[set.op] as (set: EventSet, after: number) => Events)(set, after)
  const perKey = (set: EventSet, per: Expr | undefined, after: number, choose: (group: Events) => Events): Events => {
    const groups = new Map<string, LeadEvent[]>()
    for (const event of needed(set, after)) {
      const key = per ? keyOf(view.value(per, event)) : ''
      groups.set(key, [...(groups.get(key) ?? []), event])
    }
    return [...groups.values()].flatMap(choose)
  }
  const countedFromTheStart = ({ set, count, per }: Pick<EventSetOf<'earliest'>, 'set' | 'count' | 'per'>): Events =>
    view.isStill(set) && (!per || view.isStill(per))
      ? perKey(set, per, EVER, group => group.slice(0, count))
      : needed(set, EVER)

  const meaning = {
    events: ({ types }, after) => events.filter(event => event.at > after && types.includes(event.type)),
    moment: () => [],
    sharedSet: ({ index }, after) => needed(plan.program.sets[index] as EventSet, after),
    filter: ({ set }, after) => needed(set, after),
    union: ({ sets }, after) => sets.flatMap(set => needed(set, after)),
    except: ({ set, without }, after) => [...needed(set, after), ...needed(without, after)],
    // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
    then: ({ first, second, within }, after) => [...needed(first, after - within), ...needed(second, after)],
    // Of one event in a time only the very first can be the one that reaches it.
    reach: ({ set, count, within }, after) => needed(set, count > 1 ? after - 2 * within : EVER),
    nth: countedFromTheStart,
    window: ({ set, below }, after) => needed(set, below === undefined ? after : Math.max(after, settled - below)),
    // A late one of `last` only moves the start forward. Where another event can push it out, the start can move back.
    since: ({ set, last }, after) => {
      if (!view.isStill(last)) return [...needed(set, after), ...needed(last, EVER)]
      const latest = needed(last, EVER).at(-1)
      return latest ? [...needed(set, Math.max(after, latest.at - 1)), latest] : needed(set, after)
    },
    cooldown: ({ set }) => needed(set, EVER),
    earliest: countedFromTheStart,
    latest: ({ set, count, per }, after) =>
      view.isStill(set) && (!per || view.isStill(per))
        ? perKey(set, per, after, group => group.slice(Math.max(0, group.length - count)))
        : needed(set, after),
  } satisfies { [K in SetOp]: (set: EventSetOf<K>, after: number) => Events }

  const best = (events: Events, { how, of }: NonNullable<Need['only']>): Events => {
    const worth = (event: LeadEvent) => view.number(of, event)
    const known = events.filter(event => worth(event) !== null)
    const better = (a: LeadEvent, b: LeadEvent) => {
      const [left, right] = [worth(a) as number, worth(b) as number]
      return Math[how](left, right) === left ? a : b
    }
    return known.length === 0 ? [] : [known.reduce(better)]
  }
  return new Set(
    plan.needs.flatMap(({ set, life, only }) => {
      const events = needed(set, settled - life)
      return only ? best(events, only) : events
    }),
  )
}
