import type { EventSet, EventSetOf, Expr, SetOp } from '../program.ts'
import { groupOf } from './aggregates.ts'
import type { Compiler } from './compiler.ts'
import { timeOf } from './reads.ts'
import { type Known, NONE, type Read, type View } from './view.ts'

/** Puts the events of a set into the list, in order. */
type Fill = (view: View, list: EventList) => void

/** The events of a set for the row at hand, worked out when they are first asked for; used again from row to row. */
export class EventList {
  items: Int32Array = new Int32Array(16)
  count = 0
  private turn = 0
  private readonly fill: Fill

  constructor(fill: Fill) {
    this.fill = fill
  }

  in(view: View): EventList {
    if (this.turn === view.turn) return this
    this.turn = view.turn
    this.count = 0
    this.fill(view, this)
    return this
  }

  push(event: number): void {
    if (this.count === this.items.length) this.items = grown(this.items)
    this.items[this.count++] = event
  }

  /** The time of the latest, or minus infinity. */
  latest(view: View): number {
    const { items, count } = this.in(view)
    return count === 0 ? Number.NEGATIVE_INFINITY : timeOf(view, items[count - 1] as number)
  }
}

function grown(items: Int32Array): Int32Array {
  const longer = new Int32Array(2 * items.length)
  longer.set(items)
  return longer
}

/** How each set is filled: `kernel/sets.ts` in another form, and held to it by a law. */
export const fills = {
  events: ({ types }) => {
    const wanted = new Set(types)
    return (view, list) => {
      const { type } = view
      for (let event = view.first; event < view.end; event++) if (wanted.has(type[event] as number)) list.push(event)
    }
  },
  moment: ({ of }, compiler) => {
    const [read, moment] = [compiler.read(of), compiler.momentOf(of)]
    return (view, list) => {
      const at = read(view, NONE) as number
      if (!(at <= view.now)) return
      view.moments[-2 - moment] = at
      list.push(moment)
    }
  },
  sharedSet: ({ index }, compiler) => {
    const shared = compiler.sharedList(index)
    return (view, list) => kept(shared(view), list, () => true)
  },
  filter: ({ set, where }, compiler) => {
    const read = compiler.read(where)
    return narrowed(set, compiler, view => event => read(view, event) === true)
  },
  union: ({ sets }, compiler) => {
    const all = sets.map(set => compiler.list(set))
    return (view, list) => {
      let events: Events = []
      for (const one of all) events = merged(view, compiler, events, eventsOf(one, view))
      for (const event of events) list.push(event)
    }
  },
  except: ({ set, without }, compiler) => {
    const other = compiler.list(without)
    return narrowed(set, compiler, view => {
      const left = new Set(eventsOf(other, view))
      return event => !left.has(event)
    })
  },
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: preceded,
  reach: ({ set, count, within }, compiler) => {
    return narrowed(set, compiler, (view, events) => {
      let [i, oldest, before] = [0, 0, 0]
      return event => {
        while (timeOf(view, event) - timeOf(view, events[oldest] as number) >= within && oldest < i) oldest++
        const last = before
        before = ++i - oldest
        return before >= count && last < count
      }
    })
  },
  nth: ({ set, count, per }, compiler) => {
    const counted = counting(per, compiler)
    return narrowed(set, compiler, view => {
      const place = counted(view)
      return event => place(event, false) === count
    })
  },
  window: ({ set, atLeast = 0, below = Number.POSITIVE_INFINITY }, compiler) =>
    narrowed(set, compiler, view => event => {
      const age = view.now - timeOf(view, event)
      return age >= atLeast && age < below
    }),
  since: ({ set, last }, compiler) => {
    const latest = compiler.list(last)
    return narrowed(set, compiler, view => {
      const from = latest.latest(view)
      return event => timeOf(view, event) >= from
    })
  },
  cooldown: ({ set, every }, compiler) =>
    narrowed(set, compiler, view => {
      let last = Number.NEGATIVE_INFINITY
      return event => {
        const at = timeOf(view, event)
        const rested = at - last >= every
        if (rested) last = at
        return rested
      }
    }),
  earliest: ({ set, count, per }, compiler) => {
    const counted = counting(per, compiler)
    return narrowed(set, compiler, view => {
      const place = counted(view)
      return event => place(event, true) <= count
    })
  },
  latest: ({ set, count, per }, compiler) => {
    const [all, counted] = [compiler.list(set), counting(per, compiler)]
    return (view, list) => {
      const { items, count: length } = all.in(view)
      const place = counted(view)
      for (let i = length - 1; i >= 0; i--) if (place(items[i] as number, true) <= count) list.push(items[i] as number)
      list.items.subarray(0, list.count).reverse()
    }
  },
} satisfies { [K in SetOp]: (set: EventSetOf<K>, compiler: Compiler) => Fill }

type Events = readonly number[] | Int32Array

function eventsOf(list: EventList, view: View): Int32Array {
  const { items, count } = list.in(view)
  return items.subarray(0, count)
}

function kept({ items, count }: EventList, list: EventList, test: (event: number) => boolean): void {
  for (let i = 0; i < count; i++) if (test(items[i] as number)) list.push(items[i] as number)
}

/** Those of a set that pass; the test is made anew for each row and asked in the order of events. */
function narrowed(
  set: EventSet,
  compiler: Compiler,
  test: (view: View, events: Int32Array) => (event: number) => boolean,
): Fill {
  const all = compiler.list(set)
  return (view, list) => {
    const from = all.in(view)
    if (from.count > 0) kept(from, list, test(view, from.items))
  }
}

/** For each event which one it is of those with the same `per`, counted from 1; 0 for unknown where unknown is no value. */
function counting(per: Expr | undefined, compiler: Compiler) {
  const read: Read = per ? compiler.read(per) : () => true
  return (view: View) => {
    const counts = new Map<Known, number>()
    return (event: number, unknownCounts: boolean): number => {
      const group = groupOf(read(view, event))
      if (!unknownCounts && Number.isNaN(group)) return 0
      const place = (counts.get(group) ?? 0) + 1
      counts.set(group, place)
      return place
    }
  }
}

/** Only the latest `first` before each `second` matters: no other is nearer. */
function preceded({ first, second, within, per }: EventSetOf<'then'>, compiler: Compiler): Fill {
  const [opening, closing] = [compiler.list(first), compiler.list(second)]
  const read: Read = per ? compiler.read(per) : () => true
  return (view, list) => {
    const [opens, closes] = [eventsOf(opening, view), eventsOf(closing, view)]
    const latest = new Map<Known, number>()
    let [i, j] = [0, 0]
    for (const event of merged(view, compiler, opens, closes)) {
      const isOpening = opens[i] === event && ++i > 0
      const isClosing = closes[j] === event && ++j > 0
      const group = groupOf(read(view, event))
      if (Number.isNaN(group)) continue
      const before = latest.get(group) ?? Number.NEGATIVE_INFINITY
      if (isOpening) latest.set(group, timeOf(view, event))
      if (isClosing && timeOf(view, event) - before < within) list.push(event)
    }
  }
}

/** Two lists in order as one, each event once. */
function merged(view: View, compiler: Compiler, a: Events, b: Events): Events {
  const all: number[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const order = i === a.length ? 1 : j === b.length ? -1 : compare(view, compiler, a[i] as number, b[j] as number)
    all.push((order <= 0 ? a[i] : b[j]) as number)
    if (order <= 0) i++
    if (order >= 0) j++
  }
  return all
}

/** By time; within an instant moments come first, by name. */
function compare(view: View, compiler: Compiler, a: number, b: number): number {
  if (a >= 0 && b >= 0) return a - b
  const apart = timeOf(view, a) - timeOf(view, b)
  if (apart !== 0) return apart
  return a < 0 && b < 0 ? compiler.compareMoments(a, b) : a - b
}
