import { keyOf } from '../kernel/order.ts'
import { sumOfNumbers } from '../kernel/points.ts'
import type { ExprOf, Value } from '../program.ts'
import { anything, between, type Enclosure, either, highest, Interval, lowest, orElse } from './enclosure.ts'
import { enclose } from './expressions.ts'
import type { Period } from './period.ts'

type Aggregate = ExprOf<'aggregate'>
type How = Aggregate['how']

/** Of known values that do not move, in the order of their events. */
const exactly = {
  sum: values => sumOfNumbers(values as number[]),
  min: values => extreme(values as number[], Math.min),
  max: values => extreme(values as number[], Math.max),
  first: values => values[0] ?? null,
  last: values => values.at(-1) ?? null,
  distinct: values => new Set(values.map(keyOf)).size,
} satisfies { [K in How]: (values: readonly Value[]) => Value }

/** Of values that may each be unknown. */
const roughly = {
  sum: values => {
    const parts = values.map(value => orElse(value, 0))
    const [low, high] = [sumOfNumbers(parts.map(lowest)), sumOfNumbers(parts.map(highest))]
    return low === null || high === null ? anything : between(low, high)
  },
  min: oneOf,
  max: oneOf,
  first: oneOf,
  last: oneOf,
  distinct: values => between(0, values.length),
} satisfies { [K in How]: (values: readonly Enclosure[]) => Enclosure }

export function aggregateOf({ how, set, of }: Aggregate, period: Period): Enclosure {
  const { events, unsure } = period.members(set)
  const values = events.map(event => {
    const value = enclose(of, { period, event })
    return unsure.has(event) ? either(value, null) : value
  })
  return values.some(value => value instanceof Interval)
    ? roughly[how](values)
    : exactly[how](values.filter(value => value !== null) as Value[])
}

function extreme(values: readonly number[], better: (a: number, b: number) => number): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => better(a, b))
}

function oneOf(values: readonly Enclosure[]): Enclosure {
  return values.reduce(either, null)
}
