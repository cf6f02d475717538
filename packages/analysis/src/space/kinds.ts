/** Which kinds of events a set may hold: types by index, and the moment of attribute `a` as `momentOf(a)`. */
import type { EventSet, EventSetOf, Program, SetOp } from '@merit-lang/runtime'

export type Kind = number

export const momentOf = (attribute: number): Kind => -1 - attribute

/** The date whose moment it is. */
export const dateOf = (moment: Kind): number => -1 - moment

export const isMoment = (kind: Kind): boolean => kind < 0

type Kinds = readonly Kind[]
type OfSet = (set: EventSet) => Kinds

const inner = ({ set }: { readonly set: EventSet }, kinds: OfSet) => kinds(set)

const meaning = {
  events: ({ types }) => types,
  moment: ({ of }) => (of.op === 'attribute' ? [momentOf(of.index)] : []),
  sharedSet: ({ index }, kinds, { sets }) => kinds(sets[index] as EventSet),
  filter: inner,
  union: ({ sets }, kinds) => [...new Set(sets.flatMap(kinds))],
  except: inner,
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: ({ second }, kinds) => kinds(second),
  reach: inner,
  nth: inner,
  window: inner,
  since: inner,
  cooldown: inner,
  earliest: inner,
  latest: inner,
} satisfies { [K in SetOp]: (set: EventSetOf<K>, kinds: OfSet, program: Program) => Kinds }

/** Remembers what it worked out. */
export function kindsIn(program: Program): OfSet {
  const known = new Map<EventSet, Kinds>()
  const kinds: OfSet = set => {
    const found =
      known.get(set) ??
      (meaning[set.op] as (set: EventSet, kinds: OfSet, program: Program) => Kinds)(set, kinds, program)
    known.set(set, found)
    return found
  }
  program.sets.forEach(kinds)
  return kinds
}
