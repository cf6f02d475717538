/** What every event has beside its properties: when it was. */
import type { Meaning, Type } from './model.ts'
import * as types from './types.ts'

type OfTime = Extract<Meaning, { kind: 'eventTime' | 'calendar' }>

/** As values in conditions. */
export const calendar: ReadonlyMap<string, OfTime> = new Map<string, OfTime>([
  ['at', { kind: 'eventTime' }],
  ['hour', { kind: 'calendar', part: 'hour' }],
  ['day', { kind: 'calendar', part: 'dayStart' }],
  ['week', { kind: 'calendar', part: 'week' }],
  ['month', { kind: 'calendar', part: 'month' }],
  ['weekday', { kind: 'calendar', part: 'weekday' }],
])
/** After `per` and `distinct`: that particular hour, day, week, month. */
export const calendarStarts: ReadonlyMap<string, OfTime> = new Map<string, OfTime>([
  ...calendar,
  ['hour', { kind: 'calendar', part: 'hourStart' }],
  ['week', { kind: 'calendar', part: 'weekStart' }],
  ['month', { kind: 'calendar', part: 'monthStart' }],
])

export function typeOfTime(meaning: OfTime): Type {
  if (meaning.kind === 'eventTime' || meaning.part.endsWith('Start')) return types.date
  return meaning.part === 'weekday' ? types.weekday : types.integer
}

/** By name, what they are as values. */
export const calendarTypes: ReadonlyMap<string, Type> = new Map(
  [...calendar].map(([name, meaning]) => [name, typeOfTime(meaning)]),
)
