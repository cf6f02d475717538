import type { Compiler } from './compiler.ts'
import type { Bound, View } from './view.ts'

/**
 * Looks up what follows from the value of one column at a row. It is worked out when a value is first met: a cell for each
 * code of the dictionary, or for each stretch of numbers which no condition tells apart.
 */
export type CellOf<C> = (view: View, bound: Bound | undefined, row: number, event: number) => C

type Make<C> = (view: View, event: number) => C

/** Of a feature, whose column is handed in; without one there is one cell. */
export function cellsOf<C>(
  feature: number | undefined,
  numeric: boolean | undefined,
  compiler: Compiler,
  make: Make<C>,
): CellOf<C> {
  if (feature === undefined) return oneCell(make)
  const aged = compiler.features.attributeOf(feature)?.isAge ?? false
  return numeric
    ? cellsByNumber(compiler.features.cuts[feature] ?? [], aged, make)
    : cellsByCode(compiler.newField(), make)
}

function oneCell<C>(make: Make<C>): CellOf<C> {
  const known: (C | undefined)[] = []
  return (view, _bound, _row, event) => cellAt(known, 0, make, view, event)
}

/** `place` tells the fields of an engine apart. */
function cellsByCode<C>(place: number, make: Make<C>): CellOf<C> {
  return (view, bound, row, event) => {
    const { codes, cells } = bound as Bound
    cells[place] ??= []
    return cellAt(cells[place] as (C | undefined)[], codes[row] as number, make, view, event)
  }
}

/** `aged`: the conditions are about the time since a date. */
function cellsByNumber<C>(cuts: readonly number[], aged: boolean, make: Make<C>): CellOf<C> {
  const sorted = Float64Array.from(new Set(cuts)).sort()
  const known: (C | undefined)[] = []
  return (view, bound, row, event) => {
    const number = (bound as Bound).numbers[row] as number
    return cellAt(known, stretchOf(sorted, aged ? view.now - number : number), make, view, event)
  }
}

function cellAt<C>(known: (C | undefined)[], place: number, make: Make<C>, view: View, event: number): C {
  const cell = known[place] ?? make(view, event)
  known[place] = cell
  return cell
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
