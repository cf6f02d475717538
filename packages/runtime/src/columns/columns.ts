import type { Value } from '../program.ts'

/**
 * Leads laid out in columns: what every fast way to score reads. Values are as `readLead` gives them: checked against the
 * declaration, unknown where they did not fit.
 *
 * Arrays may be longer than what is used of them, and may lie in shared memory. Which entries count, `count` and `from` say.
 */
export interface Columns {
  /** How many leads. */
  readonly count: number
  /** In the order of `program.attributes`; entry i is of lead i. */
  readonly attributes: readonly Column[]
  readonly events: EventColumns
}

/** One attribute of every lead, or one property of every event of one type. */
export type Column = NumberColumn | CodeColumn

/** Numbers, and dates as milliseconds since 1970 UTC. NaN is unknown. */
export interface NumberColumn {
  readonly kind: 'numbers'
  readonly numbers: Float64Array
}

/** Texts, enum values, lists and booleans, each a place in the dictionary. 0 is unknown. */
export interface CodeColumn {
  readonly kind: 'codes'
  readonly codes: Int32Array
  readonly dictionary: Dictionary
}

/**
 * The distinct values of a column. `values[0]` is `null`, of a boolean column `values` is `[null, false, true]`. It only
 * grows: what was worked out for a code stays true, so that a text is folded, searched and compared once for all leads.
 * Only of an attribute that is a text two codes may have one value, as where emails are not compared but merely decoded.
 */
export interface Dictionary {
  readonly values: readonly Value[]
}

/** The events that the model knows, of all leads, lead after lead. */
export interface EventColumns {
  /** Lead i has the events `from[i]` to `from[i + 1] - 1`, in order (time, then id, then place), each once. */
  readonly from: Int32Array
  /** The index of its type in `program.events`. */
  readonly type: Int32Array
  /** Milliseconds since 1970 UTC. */
  readonly at: Float64Array
  /** Its place in the columns of its type. */
  readonly row: Int32Array
  /** By type, then by property in the order of `program.events[type].properties`. */
  readonly properties: readonly (readonly Column[])[]
}
