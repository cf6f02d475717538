import type { Column, Columns, Dictionary } from '../columns/columns.ts'
import type { Value } from '../program.ts'

/** A value inside the engine. Unknown is NaN, whatever the kind: it equals nothing, orders against nothing, and arithmetic keeps it. */
export type Known = Exclude<Value, null>

/** An expression, ready to run: its value for the row at hand and, where it reads one, an event. */
export type Read = (view: View, event: number) => Known

/** In place of an event: none. Moments are below, see `momentOf`. */
export const NONE = -1

/**
 * The row at hand, and what was worked out for it. One for each engine, used again for each row: what carries another
 * `turn` is of another row, and not looked at.
 *
 * An event is its place in the columns of events. The moment of a date, which is no event of the data, is -2 and below.
 */
export interface View {
  turn: number
  columns: Columns
  row: number
  now: number
  /** The row's events up to now are `first` to `end - 1`. */
  first: number
  end: number
  /** Of the columns: type and instant of events, and where their properties stand. */
  type: Int32Array
  at: Float64Array
  place: Int32Array
  attributes: readonly Bound[]
  /** By event type, then by property. */
  properties: readonly (readonly Bound[])[]
  /** Inside a decay. */
  amount: number
  age: number
  /** The instants of moments, by their place. */
  readonly moments: number[]
  /** How many of the program's values were worked out, and what they are; and how many of its shared sets. */
  values: number
  readonly known: Known[]
  sets: number
  outcome: Outcomes
}

/** What other outcomes read, each worked out when it is first asked for. */
export interface Outcomes {
  /** In millionths. */
  score(index: number): number
  grade(index: number): string
  stage(index: number): boolean
}

/** A column and what was worked out for the values in its dictionary. */
export interface Bound {
  readonly numbers: Float64Array
  readonly codes: Int32Array
  readonly values: readonly Value[]
  /** By the place of an expression, then by code. */
  readonly tables: (Table | undefined)[]
  /** By the place of a field, then by code. */
  readonly cells: unknown[][]
}

/** What one expression is for each value of a dictionary, as far as it was worked out. */
export type Table = (Known | undefined)[]

const NO_NUMBERS = new Float64Array(0)
const NO_CODES = new Int32Array(0)

/** What a column is to the engine; what was worked out for a dictionary is kept for as long as the dictionary lives. */
export class Binding {
  private readonly known = new WeakMap<Dictionary, Pick<Bound, 'tables' | 'cells'>>()

  bind(column: Column): Bound {
    if (column.kind === 'numbers')
      return { numbers: column.numbers, codes: NO_CODES, values: [], tables: [], cells: [] }
    const { codes, dictionary } = column
    return { numbers: NO_NUMBERS, codes, values: dictionary.values, ...this.workedOut(dictionary) }
  }

  private workedOut(dictionary: Dictionary): Pick<Bound, 'tables' | 'cells'> {
    const known = this.known.get(dictionary) ?? { tables: [], cells: [] }
    this.known.set(dictionary, known)
    return known
  }
}

const NO_COLUMNS: Columns = {
  count: 0,
  attributes: [],
  events: { from: NO_CODES, type: NO_CODES, at: NO_NUMBERS, row: NO_CODES, properties: [] },
}
const NO_OUTCOMES: Outcomes = { score: () => 0, grade: () => '', stage: () => false }

/** Of no row. */
export function newView(): View {
  const row = {
    columns: NO_COLUMNS,
    row: 0,
    now: 0,
    first: 0,
    end: 0,
    type: NO_CODES,
    at: NO_NUMBERS,
    place: NO_CODES,
    attributes: [],
    properties: [],
  }
  const workedOut = { moments: [], values: 0, known: [], sets: 0, outcome: NO_OUTCOMES }
  return { turn: 0, ...row, amount: Number.NaN, age: Number.NaN, ...workedOut }
}
