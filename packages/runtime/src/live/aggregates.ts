/** Aggregates asked of fewer events than their whole set. */
import type { EventSet, Expr, ExprOf, Program } from '../program.ts'

export type Aggregate = ExprOf<'aggregate'>

/** The events that decide an aggregate. `isWhole`: the set is the same at any age, so that one first event stays the first. */
export function decisive({ how, set, of }: Aggregate, isWhole: boolean): EventSet {
  const known: EventSet = { op: 'filter', set, where: { op: 'known', of } }
  return decides[how](known, of, isWhole)
}

const decides = {
  sum: known => known,
  min: known => known,
  max: known => known,
  first: (known, _, isWhole) => (isWhole ? { op: 'earliest', set: known, count: 1 } : known),
  last: known => ({ op: 'latest', set: known, count: 1 }),
  distinct: (known, of) => ({ op: 'latest', set: known, count: 1, per: of }),
} satisfies { [K in Aggregate['how']]: (known: EventSet, of: Expr, isWhole: boolean) => EventSet }

/** Whether the value of an event is a time or a number, whatever its type. */
export function isNumber({ events }: Program, of: Expr): boolean {
  if (of.op !== 'property') return of.op === 'eventTime'
  const declared = events.flatMap(({ properties }) => properties.filter(({ name }) => name === of.name))
  return declared.every(({ type }) => type.kind === 'number' || type.kind === 'date')
}
