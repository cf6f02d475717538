/**
 * What would bring a part of a model to one of its ends: classes of variables, and how many events of which classes. Only a
 * suggestion: whether it does is for the reference evaluator to say.
 */
export interface Wish {
  /** By variable, a class. */
  readonly classes: ReadonlyMap<number, number>
  /** By event class. */
  readonly counts: ReadonlyMap<number, number>
  /** Variables for which parts wished different things. */
  readonly torn: ReadonlySet<number>
}

export const noWish: Wish = { classes: new Map(), counts: new Map(), torn: new Set() }

/** What comes first is preferred; of events the most that any part wants. */
export function together(wishes: readonly Wish[]): Wish {
  const some = wishes.filter(wish => wish !== noWish)
  if (some.length < 2) return some[0] ?? noWish
  const [classes, counts, torn] = [new Map<number, number>(), new Map<number, number>(), new Set<number>()]
  for (const wish of some) {
    for (const [variable, picked] of wish.classes) {
      if ((classes.get(variable) ?? picked) !== picked) torn.add(variable)
      if (!classes.has(variable)) classes.set(variable, picked)
    }
    for (const [event, count] of wish.counts) counts.set(event, Math.max(count, counts.get(event) ?? 0))
    for (const variable of wish.torn) torn.add(variable)
  }
  return { classes, counts, torn }
}

export function wishFor(variable: number, picked: number): Wish {
  return wishForAll([[variable, picked]])
}

export function wishForAll(picks: readonly (readonly [variable: number, picked: number])[]): Wish {
  return { ...noWish, classes: new Map(picks) }
}
