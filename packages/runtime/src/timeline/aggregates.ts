import { sumOfNumbers } from '../kernel/points.ts'
import type { ExprOf } from '../program.ts'
import { anything, between, type Enclosure, either, highest, Interval, lowest, orElse } from './enclosure.ts'
import { enclose } from './expressions.ts'
import { type Period, scopeOf } from './period.ts'

type Aggregate = ExprOf<'aggregate'>

/** Of values that may each be unknown. */
const enclosures = {
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
} satisfies { [K in Aggregate['how']]: (values: readonly Enclosure[]) => Enclosure }

export function aggregateOf(aggregate: Aggregate, period: Period): Enclosure {
  const { events, unsure } = period.members(aggregate.set)
  const values = events.map(event => {
    const value = enclose(aggregate.of, scopeOf(period, event))
    return unsure.has(event) ? either(value, null) : value
  })
  const moves = unsure.size > 0 || values.some(value => value instanceof Interval)
  return moves ? enclosures[aggregate.how](values) : period.end().value(aggregate)
}

function oneOf(values: readonly Enclosure[]): Enclosure {
  return values.reduce(either, null)
}
