/** What the reader of a bundle's records knows while it reads. */
import { refuse } from './error.ts'
import type { Field, Sort } from './fields.ts'
import type { BundleContent } from './format.ts'
import type { NamedField, RecordSpec } from './specs.ts'

/** A record as it was read, and what is proved of it. */
export interface Node {
  readonly value: unknown
  readonly sort: Sort
  readonly kind: Kinds
  /** What it reads of an event that it does not bring itself. Bits. */
  readonly reads: number
  /** The types of the events that it keeps; the number of all types stands for the moment of a date. */
  readonly types: readonly number[]
  readonly depth: number
  /** How many records it would be with each written out wherever it is used: what evaluating it may cost. */
  readonly size: number
}
/** Of a value. Where it depends on the type of the event at hand: for each type, and last for the moment of a date. */
export type Kinds = number | readonly number[]

export interface Reading {
  readonly content: BundleContent
  readonly specs: readonly (RecordSpec | undefined)[]
  readonly nodes: Node[]
  /** What the record at hand refers to, and in which of its fields. Only the first `count` are its own. */
  readonly parts: Node[]
  readonly fields: Field[]
  count: number
  /** How many event types were read: the table of events names all of them, in this order. */
  typesRead: number
  /** By name; made when the first is read. */
  properties?: ReadonlyMap<string, Kinds>
  /** Steps that the reading may still take beyond those that the bundle's size bounds. */
  patience: number
}

export const noTypes: readonly number[] = []

export function spend(steps: number, cx: Reading): void {
  cx.patience -= steps
  if (cx.patience < 0) refuseAt(cx, 'takes too long to check')
}

export function refuseAt(cx: Reading, problem: string, field?: NamedField): never {
  const place = `content.nodes[${cx.nodes.length}]`
  return refuse(field === undefined ? place : `${place}.${field.name}`, problem)
}
