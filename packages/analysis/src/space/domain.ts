import type { Attribute, Expr, Program, Value } from '@merit-lang/runtime'
import { Interval, type Truth } from '@merit-lang/runtime/reference'
import type { Subject } from './reads.ts'
import type { Class } from './space.ts'

/** A class, and what the atoms of its group are for all of its values. */
export interface Part extends Class {
  /** In the order of the group's atoms. */
  readonly holds: readonly Truth[]
}

export interface Group {
  /** By index among those that were asked. */
  readonly atoms: readonly number[]
  /** Not empty. */
  readonly classes: readonly Part[]
}

/** What an attribute or a property may be: groups of questions, taken as independent. Every atom is in one of them at most. */
export interface Domain {
  readonly groups: readonly Group[]
  /** Values in these classes, one for each group, the plainest first. */
  readonly valuesIn: (classes: readonly number[]) => readonly Value[]
}

/** What is asked about one attribute or property. */
export interface Question {
  readonly program: Program
  readonly attribute: Attribute
  readonly subject: Subject
  readonly atoms: readonly Expr[]
  /** Whether values matter as such: then none are taken together. */
  readonly raw: boolean
  /** Of dates: ages in milliseconds at which something changes beside the atoms. */
  readonly ages: Iterable<number>
}

/** Whatever is known. */
export const something = new Interval(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, false)

/** Values that answer every atom alike, with what they answer. The first is the plainest. */
export interface Alike<V> {
  readonly values: readonly V[]
  readonly holds: readonly Truth[]
}

/** Takes together what answers alike, in the order of the first ones. `apart`: each stays by itself. */
export function alike<V>(values: Iterable<V>, apart: boolean, answers: (value: V) => readonly Truth[]): Alike<V>[] {
  const found = new Map<unknown, { values: V[]; holds: readonly Truth[] }>()
  for (const value of values) {
    const holds = answers(value)
    const key = apart ? value : holds.join()
    const same = found.get(key)
    if (same) same.values.push(value)
    else found.set(key, { values: [value], holds })
  }
  return [...found.values()]
}

/** A class with values in it, the plainest first. */
export interface Filled extends Part {
  readonly values: readonly Value[]
}

export interface Side extends Group {
  readonly classes: readonly Filled[]
}

/** Values in all of the picked classes. One that lists no values has whatever is known. */
export function joined(groups: readonly Side[]): Domain {
  return {
    groups,
    valuesIn: picks => {
      const [first = [], ...others] = groups.map(({ classes }, group) => classes[picks[group] ?? 0]?.values ?? [])
      return first.filter(value =>
        others.every(values => (values.length > 0 ? values.includes(value) : value !== null)),
      )
    },
  }
}

export function single(atoms: readonly Expr[], classes: readonly Filled[]): Domain {
  return joined([{ atoms: atoms.map((_, index) => index), classes }])
}
