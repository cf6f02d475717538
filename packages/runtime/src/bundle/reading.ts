/** What the reader of a bundle's records knows while it reads. */
import { refuse } from './error.ts'
import { bitOf, type Sort } from './fields.ts'
import { type BundleContent, type Table, tables } from './format.ts'
import type { NamedField, RecordSpec } from './specs.ts'

/**
 * Of the records that were read, by their places: what they are, and what is proved of them. Tables in place of an object for
 * each, since a bundle has tens of thousands and an app waits for them when it starts. Only whole numbers are read from typed
 * arrays: before code is compiled, each fraction that is read is made anew.
 */
export interface Records {
  readonly values: unknown[]
  /** The bit of the sort; none for those that are still to be read. */
  readonly sorts: Int32Array
  /** Of the value, for each of the types of events that are told apart; one, where it depends on none. */
  readonly kinds: (readonly number[])[]
  /** What it reads of an event that it does not bring itself. Bits. */
  readonly reads: Int32Array
  readonly depths: Int32Array
  /** How many records it would be with each written out wherever it is used: what evaluating it may cost. */
  readonly sizes: number[]
}

/** What the parts of the record at hand come to, as far as they were read. */
export interface Sum {
  reads: number
  depth: number
  size: number
  /** How many types of events are told apart, from the first part on that depends on them; else one. */
  types: number
  /** For each of these types: the kinds of all parts and of the last, without those that are not looked at. */
  readonly all: number[]
  readonly last: number[]
  /** Whether the sets among the parts have events of it. */
  readonly events: number[]
}

export interface Reading {
  readonly content: BundleContent
  readonly specs: readonly (RecordSpec | undefined)[]
  readonly records: Records
  readonly sum: Sum
  /**
   * Where types of events have properties of one name and different kinds: all types, and the moment of a date. Else no type
   * has to be told from another.
   */
  types: readonly (number | undefined)[]
  /** The kinds of properties by name, for each of these types. Known when all types are. */
  properties?: ReadonlyMap<string, readonly number[]>
  /** Steps that the reading may still take beyond those that the bundle's size bounds. */
  patience: number
}

/** What stands at a place that the content names. */
export function entryAt(place: unknown, sort: Sort, where: string, { sorts, reads, values }: Records): unknown {
  if (at(sorts, place) !== bitOf(sort)) return refuse(where, `should be the place of a ${sort}`)
  return at(reads, place) === 0 ? at(values, place) : refuse(where, 'reads an event where none is at hand')
}

export function tableOf(name: Table, content: BundleContent, records: Records): readonly unknown[] {
  return content[name].map((place, i) => entryAt(place, tables[name], `content.${name}[${i}]`, records))
}

/** Only numbers are places: lists also have `length` and whatever every list inherits. */
export function at<T>(list: ArrayLike<T>, place: unknown): T | undefined {
  return typeof place === 'number' ? list[place] : undefined
}

export function spend(steps: number, cx: Reading): void {
  cx.patience -= steps
  if (cx.patience < 0) refuseAt(cx, 'takes too long to check')
}

export function refuseAt({ records }: Reading, problem: string, field?: NamedField): never {
  const place = `content.nodes[${records.values.length}]`
  return refuse(field === undefined ? place : `${place}.${field.name}`, problem)
}
