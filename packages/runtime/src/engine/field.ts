import type { Value } from '../program.ts'
import type { Compiler } from './compiler.ts'
import { Cuts } from './cuts.ts'
import type { Bound, View } from './view.ts'

const NO_CODES = new Int32Array(0)

const ONE = 0
const CODES = 1
const NUMBERS = 2
const AGES = 3

/**
 * What follows from the value of one column, looked up by that value and worked out when it is first met: a cell for each
 * code of the dictionary, or for each stretch of numbers which no condition tells apart.
 *
 * One class for all kinds, since `at` runs for every event of every lead.
 */
export class Field<C> {
  /** The place of the attribute or property; -1: there is one cell, whatever the values. */
  readonly column: number
  /** Another field of the same rows. */
  next: Field<C> | undefined
  /** Of the values by whose code cells are looked up; none where they are not. */
  codes: Int32Array = NO_CODES
  values: readonly Value[] = []
  private readonly kind: number
  private readonly cuts: Cuts
  private readonly make: (view: View, event: number) => C
  /** Tells fields of one column apart. */
  private readonly place: number
  private numbers: Float64Array = new Float64Array(0)
  private cells: (C | undefined)[] = []

  /** `feature` is that of the column. */
  constructor(
    feature: number | undefined,
    column: number,
    numeric: boolean,
    compiler: Compiler,
    make: (view: View, event: number) => C,
  ) {
    const { features } = compiler
    const isAge = feature !== undefined && features.attributeOf(feature)?.isAge === true
    this.column = feature === undefined ? -1 : column
    this.kind = feature === undefined ? ONE : isAge ? AGES : numeric ? NUMBERS : CODES
    this.cuts = new Cuts((feature === undefined ? undefined : features.cuts[feature]) ?? [])
    this.place = compiler.newField()
    this.make = make
    this.next = undefined
  }

  /** To be called when the column is another one; cells of a dictionary go with it. */
  bind({ numbers, codes, values, cells }: Bound): void {
    this.numbers = numbers
    if (this.kind !== CODES) return
    this.codes = codes
    this.values = values
    cells[this.place] ??= []
    this.cells = cells[this.place] as (C | undefined)[]
  }

  get isByCode(): boolean {
    return this.kind === CODES
  }

  /** The cell of a row of the column. */
  at(row: number, view: View, event: number): C {
    const place = this.kind === CODES ? (this.codes[row] as number) : this.kind === ONE ? 0 : this.stretchAt(row, view)
    const cell = this.cells[place]
    return cell === undefined ? this.work(place, view, event) : cell
  }

  private work(place: number, view: View, event: number): C {
    const cell = this.make(view, event)
    put(this.cells, place, cell)
    return cell
  }

  private stretchAt(row: number, view: View): number {
    const number = this.numbers[row] as number
    return this.cuts.stretchOf(this.kind === AGES ? view.now - number : number)
  }
}

/** Without gaps, over which engines stumble. */
export function put<T>(list: (T | undefined)[], place: number, value: T): void {
  while (list.length <= place) list.push(undefined)
  list[place] = value
}
