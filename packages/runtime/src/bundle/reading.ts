/** What the reader of a bundle's records knows while it reads. */
import { refuse } from './error.ts'
import type { Field, Sort } from './fields.ts'
import { type BundleContent, type Table, tables } from './format.ts'
import type { NamedField, RecordSpec } from './specs.ts'

/** A record as it was read, and what is proved of it. */
export interface Node {
  readonly value: unknown
  readonly sort: Sort
  /** Of its value, for each of the types of events that are told apart; one, where it depends on none. */
  readonly kinds: readonly number[]
  /** What it reads of an event that it does not bring itself. Bits. */
  readonly reads: number
  readonly depth: number
  /** How many records it would be with each written out wherever it is used: what evaluating it may cost. */
  readonly size: number
}

export interface Reading {
  readonly content: BundleContent
  readonly specs: readonly (RecordSpec | undefined)[]
  readonly nodes: Node[]
  /** What the record at hand refers to, and in which of its fields. Only the first `count` are its own. */
  readonly parts: Node[]
  readonly fields: Field[]
  count: number
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
export function entryAt(place: unknown, sort: Sort, where: string, nodes: readonly Node[]): unknown {
  const node = at(nodes, place)
  if (node?.sort !== sort) return refuse(where, `should be the place of a ${sort}`)
  return node.reads > 0 ? refuse(where, 'reads an event where none is at hand') : node.value
}

export function tableOf(name: Table, content: BundleContent, nodes: readonly Node[]): readonly unknown[] {
  return content[name].map((place, i) => entryAt(place, tables[name], `content.${name}[${i}]`, nodes))
}

/** Only numbers are places: lists also have `length` and whatever every list inherits. */
export function at<T>(list: readonly T[], place: unknown): T | undefined {
  return typeof place === 'number' ? list[place] : undefined
}

export function spend(steps: number, cx: Reading): void {
  cx.patience -= steps
  if (cx.patience < 0) refuseAt(cx, 'takes too long to check')
}

export function refuseAt(cx: Reading, problem: string, field?: NamedField): never {
  const place = `content.nodes[${cx.nodes.length}]`
  return refuse(field === undefined ? place : `${place}.${field.name}`, problem)
}
