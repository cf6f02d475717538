import type { ExprOf, Value } from '../program.ts'
import { compute } from './expressions.ts'
import { keyOf } from './order.ts'
import { sumOfNumbers } from './points.ts'
import type { Run } from './scope.ts'

type Aggregate = ExprOf<'aggregate'>

/** What each aggregate makes of the known values, which are in the order of their events. */
const meaning = {
  sum: values => sumOfNumbers(values as number[]),
  min: values => extreme(values as number[], Math.min),
  max: values => extreme(values as number[], Math.max),
  first: values => values[0] ?? null,
  last: values => values.at(-1) ?? null,
  distinct: values => new Set(values.map(keyOf)).size,
} satisfies { [K in Aggregate['how']]: (values: Value[]) => Value }

/** The aggregate over the events of its set; events for which `of` is unknown are skipped. Worked out anew: `run` remembers. */
export function aggregateOf({ how, set, of }: Aggregate, run: Run): Value {
  const values = run.events(set).map(event => compute(of, { run, event }))
  return meaning[how](values.filter(value => value !== null))
}

function extreme(values: number[], better: (a: number, b: number) => number): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => better(a, b))
}
