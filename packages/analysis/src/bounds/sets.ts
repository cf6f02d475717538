import type { EventSet, EventSetOf, Expr, SetOp } from '@merit-lang/runtime'
import { consensus, isAtMost, type Truth } from '@merit-lang/runtime/reference'
import type { Space } from '../space/space.ts'
import { happens } from './attributes.ts'
import { enclose, enclosing, truthIn } from './expressions.ts'
import { cooledDown, numbersOf, reached, selected } from './limits.ts'
import { classOf, type Member, type Members, membersFrom, narrowed, none, STRANGER } from './members.ts'
import { motionOf } from './motion.ts'
import { classesOf, EVENTS, NOTHING, needsOf } from './needs.ts'
import { remembered, scopeOf, type View } from './view.ts'

/** What encloses each set of events over a box. */
const enclosures = {
  events: ({ types }, { space, box }) =>
    membersFrom(
      classesOf(new Set(types), space).map(
        index => [index, { low: 0, high: 0, ...box.counts[index], all: true }] as const,
      ),
    ),
  moment: momentsOf,
  sharedSet: ({ index }, view) => membersOf(view.space.program.sets[index] as EventSet, view),
  filter: ({ set, where }, view) =>
    narrowed(
      membersOf(set, view),
      needsOf(where, view.space) === NOTHING
        ? ofEachClass(where, view)
        : index => truthIn(where, scopeOf(view, classOf(index, view.space))),
    ),
  union,
  except: difference,
  window: ({ set, atLeast = 0, below = Number.POSITIVE_INFINITY }, view) =>
    narrowed(membersOf(set, view), index => {
      const { youngest, oldest } = classOf(index, view.space)
      const isOpen = below === Number.POSITIVE_INFINITY
      return consensus(
        youngest >= atLeast && (isOpen || oldest < below),
        oldest >= atLeast && (isOpen || youngest < below),
      )
    }),
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: preceded,
  since: ({ set, last }, view) => {
    const [from, until] = agesOfLatest(membersOf(last, view), view)
    return narrowed(membersOf(set, view), index => {
      const { youngest, oldest } = classOf(index, view.space)
      return consensus(oldest <= from, youngest <= until)
    })
  },
  reach: (of, view) => reached(membersOf(of.set, view), of, view.space),
  nth: (of, view) => numbersOf(membersOf(of.set, view), of, view),
  cooldown: ({ set, every }, view) => cooledDown(membersOf(set, view), every, view.space),
  earliest: (of, view) => selected(membersOf(of.set, view), of, view, (a, b) => a.youngest > b.oldest),
  latest: (of, view) => selected(membersOf(of.set, view), of, view, (a, b) => a.oldest < b.youngest),
} satisfies { [K in SetOp]: (set: EventSetOf<K>, view: View) => Members }

/** How many members a set has over all leads of the box, and of which classes. */
export function membersOf(set: EventSet, view: View): Members {
  const answers = needsOf(set, view.space) <= EVENTS ? view.ofEvents : view.answers
  const same = firstLike(set, view.space)
  return remembered(answers.members, same, () =>
    (enclosures[same.op] as (set: EventSet, view: View) => Members)(same, view),
  )
}

interface Alike {
  readonly firsts: Map<string, EventSet>
  readonly known: WeakMap<EventSet, EventSet>
}

const alike = new WeakMap<Space, Alike>()

/** Rules say the same of events again and again: of equal sets the first that was asked for. */
function firstLike(set: EventSet, space: Space): EventSet {
  const { firsts, known } = alike.get(space) ?? { firsts: new Map<string, EventSet>(), known: new WeakMap() }
  alike.set(space, { firsts, known })
  const found = known.get(set)
  if (found) return found
  const text = JSON.stringify(set)
  const first = firsts.get(text) ?? set
  firsts.set(text, first)
  known.set(set, first)
  return first
}

const decided = new WeakMap<Space, WeakMap<Expr, Map<number, Truth>>>()

/** Of a condition that depends on the event alone, so that it is worked out once for each class. */
function ofEachClass(where: Expr, view: View): (index: number) => Truth {
  const known = decided.get(view.space) ?? new WeakMap<Expr, Map<number, Truth>>()
  decided.set(view.space, known)
  const truths = known.get(where) ?? new Map<number, Truth>()
  known.set(where, truths)
  return index => {
    if (!truths.has(index)) truths.set(index, truthIn(where, scopeOf(view, classOf(index, view.space))))
    return truths.get(index)
  }
}

/** The one moment of a date, if that is in the past. */
function momentsOf({ of }: EventSetOf<'moment'>, view: View): Members {
  const hasHappened = motionOf(of, view.space.program) === 'moving' ? isAtMost(enclose(of, view), 0) : undefined
  if (hasHappened === false) return none
  const low = hasHappened ? 1 : 0
  const classes = of.op === 'attribute' ? momentClasses(of.index, view.space) : []
  if (of.op !== 'attribute' || classes.length === 0) return membersFrom([[STRANGER, { low, high: 1, all: false }]])
  const parts = classes.map(index => [index, momentIn(happens(of.index, classOf(index, view.space), view))] as const)
  return membersFrom(parts, low, 1)
}

function momentIn(happens: Truth): Member {
  return { low: happens ? 1 : 0, high: happens === false ? 0 : 1, all: true }
}

function momentClasses(attribute: number, { events }: Space): readonly number[] {
  return events.flatMap(({ moment }, index) => (moment?.attribute === attribute ? [index] : []))
}

/** How many events of a class there are at most. */
function mostOf(index: number, { space, box }: View): number {
  if (index === STRANGER) return Number.POSITIVE_INFINITY
  return space.events[index]?.type === -1 ? 1 : (box.counts[index]?.high ?? 0)
}

function union({ sets }: EventSetOf<'union'>, view: View): Members {
  const parts = sets.map(set => membersOf(set, view))
  const classes = new Set(parts.flatMap(({ classes }) => [...classes.keys()]))
  const areApart = parts.reduce((sum, part) => sum + part.classes.size, 0) === classes.size
  const lows = parts.map(({ low }) => low)
  const high = parts.reduce((sum, part) => sum + part.high, 0)
  const low = areApart ? lows.reduce((a, b) => a + b, 0) : Math.max(...lows)
  const of = (index: number) => parts.flatMap(part => part.classes.get(index) ?? [])
  return membersFrom(
    [...classes].map(index => [index, inAny(of(index), index, view)] as const),
    low,
    high,
  )
}

function inAny(members: readonly Member[], index: number, view: View): Member {
  return members.reduce((a, b) => ({
    low: Math.max(a.low, b.low),
    high: Math.min(a.high + b.high, mostOf(index, view)),
    all: a.all || b.all,
  }))
}

function difference({ set, without }: EventSetOf<'except'>, view: View): Members {
  const [of, left] = [membersOf(set, view), membersOf(without, view)]
  const rest = [...of.classes].map(([index, member]) => {
    const gone = left.classes.get(index)
    return [index, gone ? less(member, gone, mostOf(index, view)) : member] as const
  })
  return membersFrom(rest, of.low - left.high, of.high)
}

function less(member: Member, gone: Member, most: number): Member {
  const high = gone.all ? 0 : Math.min(member.high, most - gone.low)
  return { low: Math.max(0, Math.min(high, member.low - gone.high)), high, all: false }
}

/** Those that an event of `first` may precede by less than `within`, at the same time at the earliest. */
function preceded({ first, second, within, per }: EventSetOf<'then'>, view: View): Members {
  const openers = [...membersOf(first, view).classes.keys()].map(index => classOf(index, view.space))
  return narrowed(membersOf(second, view), index => {
    const event = classOf(index, view.space)
    if (per && enclosing(per, view.space)(scopeOf(view, event)) === null) return false
    const mayFollow = openers.some(
      ({ youngest, oldest }) => oldest >= event.youngest && youngest - event.oldest < within,
    )
    return mayFollow ? undefined : false
  })
}

/** The ages between which the latest member is; Infinity where there may be none. */
function agesOfLatest({ low, classes }: Members, { space }: View): readonly [youngest: number, oldest: number] {
  const ages = [...classes].map(([index, member]) => ({ ...classOf(index, space), isSure: member.low > 0 }))
  const youngest = Math.min(...ages.map(age => age.youngest))
  if (low === 0) return [youngest, Number.POSITIVE_INFINITY]
  const sure = ages.filter(({ isSure }) => isSure).map(({ oldest }) => oldest)
  return [youngest, sure.length > 0 ? Math.min(...sure) : Math.max(...ages.map(({ oldest }) => oldest))]
}
