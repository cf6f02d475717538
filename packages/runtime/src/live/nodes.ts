/**
 * The sets of a program that can be followed event by event, each once, in an order in which what a set is made of comes
 * before it. What depends on the moment of asking is taken out: a window is asked of the set of the whole history.
 */
import type { EventSet, EventSetOf, Expr, Program, SetOp } from '../program.ts'
import { meanings } from './meanings.ts'

export interface SetNode {
  /** What it is, in terms of `parts`' own sets. */
  readonly set: EventSet
  /** Places of the sets that it is made of; none where each event decides by itself. */
  readonly parts: readonly number[]
  /** The event types that can change it. */
  readonly types: ReadonlySet<number>
  /** Each event decides by itself whether it belongs. */
  readonly isStill: boolean
}

/** Milliseconds: atLeast ≤ age < below. */
export interface Ages {
  readonly atLeast: number
  readonly below: number
}

/** A set of events as it is at any moment: those of a node that are of these ages. */
export interface Ranged extends Ages {
  readonly node: number
}

export interface Nodes {
  readonly list: readonly SetNode[]
  /** Nothing where the set cannot be followed. */
  readonly of: (set: EventSet) => Ranged | undefined
}

export function nodesOf(program: Program, isStill: (node: Expr | EventSet) => boolean): Nodes {
  const list: SetNode[] = []
  const places = new Map<number, number>()
  const meaningOf = meanings()
  const known = new Map<EventSet, Ranged | undefined>()

  /** The one node of this meaning. */
  const place = (set: EventSet, parts: readonly number[], types = typesOf(parts)): number => {
    const key = meaningOf([parts, ownOf(set)])
    const at = places.get(key) ?? list.length
    places.set(key, at)
    if (at === list.length) list.push({ set, parts: isStill(set) ? [] : parts, types, isStill: isStill(set) })
    return at
  }
  const typesOf = (parts: readonly number[]) => new Set(parts.flatMap(part => [...nodeAt(part).types]))
  const nodeAt = (part: number) => list[part] as SetNode
  const setAt = (part: number) => nodeAt(part).set
  const whole = (set: EventSet): number | undefined => {
    const ranged = of(set)
    return ranged && isWhole(ranged) ? ranged.node : undefined
  }
  /** One set narrowed by something that holds whatever the moment. */
  const narrowed = <S extends { readonly set: EventSet }>(set: S & EventSet, from: number | undefined) =>
    from === undefined ? undefined : everAt(place({ ...set, set: setAt(from) }, [from]))
  const perIsStill = ({ per }: { readonly per?: Expr }) => per === undefined || isStill(per)

  const meaning = {
    events: set => everAt(place(set, [], new Set(set.types))),
    moment: () => undefined,
    sharedSet: ({ index }) => of(program.sets[index] as EventSet),
    filter: set => {
      const from = isStill(set.where) ? of(set.set) : undefined
      return from && { ...from, node: place({ ...set, set: setAt(from.node) }, [from.node]) }
    },
    union: ({ sets }) => {
      const from = sets.map(of)
      const [first] = from
      const parts = from.flatMap(one => (one && first && sameAges(one, first) ? [one.node] : []))
      if (!first || parts.length < sets.length) return undefined
      return { ...first, node: place({ op: 'union', sets: parts.map(setAt) }, parts) }
    },
    except: ({ set, without }) => {
      const [from, less] = [of(set), of(without)]
      if (!from || !less || !(isWhole(less) || sameAges(from, less))) return undefined
      const parts = [from.node, less.node]
      return { ...from, node: place({ op: 'except', set: setAt(from.node), without: setAt(less.node) }, parts) }
    },
    // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
    then: set => {
      const [first, second] = [whole(set.first), whole(set.second)]
      if (first === undefined || second === undefined || !perIsStill(set)) return undefined
      return everAt(place({ ...set, first: setAt(first), second: setAt(second) }, [first, second]))
    },
    reach: set => narrowed(set, whole(set.set)),
    nth: set => (isStill(set.per) ? narrowed(set, whole(set.set)) : undefined),
    window: ({ set, atLeast = 0, below = Number.POSITIVE_INFINITY }) => {
      const from = of(set)
      return from && { ...from, atLeast: Math.max(from.atLeast, atLeast), below: Math.min(from.below, below) }
    },
    since: ({ set, last }) => {
      const [from, latest] = [of(set), whole(last)]
      if (!from || latest === undefined) return undefined
      const parts = [from.node, latest]
      return { ...from, node: place({ op: 'since', set: setAt(from.node), last: setAt(latest) }, parts) }
    },
    cooldown: set => narrowed(set, whole(set.set)),
    earliest: set => (perIsStill(set) ? narrowed(set, whole(set.set)) : undefined),
    // The latest of those within a time are those of the latest that are within it.
    latest: set => {
      const from = of(set.set)
      if (!from || from.atLeast > 0 || !perIsStill(set)) return undefined
      return { ...from, node: place({ ...set, set: setAt(from.node) }, [from.node]) }
    },
  } satisfies { [K in SetOp]: (set: EventSetOf<K>) => Ranged | undefined }

  const of = (set: EventSet): Ranged | undefined => {
    if (!known.has(set)) known.set(set, (meaning[set.op] as (set: EventSet) => Ranged | undefined)(set))
    return known.get(set)
  }
  return { list, of }
}

function everAt(node: number): Ranged {
  return { node, atLeast: 0, below: Number.POSITIVE_INFINITY }
}

export function isWhole(ages: Ages | undefined): boolean {
  return ages !== undefined && ages.atLeast <= 0 && ages.below === Number.POSITIVE_INFINITY
}

function sameAges(a: Ages, b: Ages): boolean {
  return a.atLeast === b.atLeast && a.below === b.below
}

/** What a set says besides the sets that it is made of. */
function ownOf(set: EventSet): unknown {
  return Object.entries(set).filter(([key]) => !setFields.includes(key))
}

const setFields = ['set', 'sets', 'without', 'first', 'second', 'last']
