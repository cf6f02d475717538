import type { Compiler } from './compiler.ts'
import type { Bound, View } from './view.ts'

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
  private readonly kind: number
  private readonly cuts: Float64Array
  private readonly make: (view: View, event: number) => C
  /** Tells fields of one column apart. */
  private readonly place: number
  private codes: Int32Array = new Int32Array(0)
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
    this.cuts = Float64Array.from(new Set(feature === undefined ? [] : features.cuts[feature])).sort()
    this.place = compiler.newField()
    this.make = make
    this.next = undefined
  }

  /** To be called when the column is another one; cells of a dictionary go with it. */
  bind({ numbers, codes, cells }: Bound): void {
    this.numbers = numbers
    this.codes = codes
    if (this.kind !== CODES) return
    cells[this.place] ??= []
    this.cells = cells[this.place] as (C | undefined)[]
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
    return stretchOf(this.cuts, this.kind === AGES ? view.now - number : number)
  }
}

/** Without gaps, over which engines stumble. */
export function put<T>(list: (T | undefined)[], place: number, value: T): void {
  while (list.length <= place) list.push(undefined)
  list[place] = value
}

/** 0 for unknown; 2 i + 1 below the cut i (and above the one before), 2 i + 2 at it. */
function stretchOf(cuts: Float64Array, number: number): number {
  if (Number.isNaN(number)) return 0
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cuts[middle] as number) < number) low = middle + 1
    else high = middle
  }
  return 2 * low + (cuts[low] === number ? 2 : 1)
}
