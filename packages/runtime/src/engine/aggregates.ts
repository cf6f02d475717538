import { fold } from '../fold.ts'
import { sumOfNumbers, toPoints } from '../kernel/points.ts'
import type { ExprOf } from '../program.ts'
import type { Compiler } from './compiler.ts'
import type { Known, Read } from './view.ts'

type Aggregate = ExprOf<'aggregate'>

/** What each aggregate makes of the known values, which are in the order of their events. */
const meaning = {
  sum,
  min: values => extreme(values as number[], Math.min),
  max: values => extreme(values as number[], Math.max),
  first: values => values[0] ?? Number.NaN,
  last: values => values.at(-1) ?? Number.NaN,
  distinct: values => new Set(values.map(groupOf)).size,
} satisfies { [K in Aggregate['how']]: (values: Known[]) => Known }

/** Worked out once for each row. */
export function aggregate({ how, set, of }: Aggregate, compiler: Compiler): Read {
  const [list, read, combine] = [compiler.list(set), compiler.read(of), meaning[how]]
  let turn = 0
  let known: Known = Number.NaN
  return view => {
    if (turn === view.turn) return known
    const { items, count } = list.in(view)
    const values: Known[] = []
    for (let i = 0; i < count; i++) {
      const value = read(view, items[i] as number)
      if (typeof value !== 'number' || !Number.isNaN(value)) values.push(value)
    }
    turn = view.turn
    known = combine(values)
    return known
  }
}

/** What of `sumOfNumbers` can be told from doubles: where every part and so every sum is whole and below 2^53. */
function sum(values: Known[]): number {
  let [total, magnitude] = [0, 0]
  for (const value of values) {
    const part = Math.floor((value as number) * 1e6 + 0.5)
    total += part
    magnitude += Math.abs(part)
  }
  return magnitude < 2 ** 53 ? toPoints(total) : (sumOfNumbers(values as number[]) ?? Number.NaN)
}

function extreme(values: number[], better: (a: number, b: number) => number): number {
  return values.length === 0 ? Number.NaN : values.reduce((a, b) => better(a, b))
}

/** Equal for values that are equal: texts without regard to letter case, the number 1 and the text `1` apart. */
export function groupOf(value: Known): Known {
  if (typeof value === 'string') return value.charCodeAt(0) === 0 ? `\0${fold(value)}` : fold(value)
  return Array.isArray(value) ? `\0list ${value.map(fold).sort().join('\n')}` : value
}
