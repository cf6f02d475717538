/** From a box and what is wished for to leads as data: one value for each attribute, some events of each class. */
import { formatInstant, type Value } from '@merit-lang/runtime'
import type { Witness } from '../claims.ts'
import { isUnknown } from '../search/boxes.ts'
import type { Open } from '../search/open.ts'
import type { Box, Count, EventClass, Space } from '../space/space.ts'
import { agesOf, type Placing, placings } from './ages.ts'

type Data = Readonly<Record<string, unknown>>

/** The instant of most witnesses: noon on a Monday. */
const NOON = Date.UTC(2026, 5, 1, 12)

/** Beyond this no model sets bounds of its own: 100 million points, in millionths. */
export const ENDLESS = 1e14

/** From the most promising on; none where a class has no value that is known. */
export function* proposals(space: Space, open: Open): Generator<Witness> {
  const classes = chosen(space, open)
  const [first, ...others] = preferences.map(pick => attributesOf(space, classes, pick))
  if (!first) return
  const now = instantFor(space, classes, first)
  if (formatInstant(now) === 'out of range') return
  const kinds = [first, ...others.filter(other => other?.some((value, index) => value !== first[index]))]
  for (const events of histories(space, open, now)) {
    for (const attributes of kinds as readonly Attributes[]) {
      yield { lead: { ...asData(space, attributes, now), ...(events.length > 0 ? { events } : {}) }, now }
    }
  }
}

type Pick = (values: readonly Value[]) => Value | undefined

/** The plainest value, the greatest, the least: what depends on a value is greatest or least at its ends. */
const preferences: readonly Pick[] = [
  ([plainest]) => plainest,
  values => furthest(values, (a, b) => a > b),
  values => furthest(values, (a, b) => a < b),
]

function furthest(values: readonly Value[], isFurther: (a: number, b: number) => boolean): Value | undefined {
  return values.reduce<Value | undefined>(
    (best, one) => (typeof one === 'number' && typeof best === 'number' && isFurther(one, best) ? one : best),
    values[0],
  )
}

/** At most so many events of a class: few are often enough, and quickly looked at. */
const scales = [3, 30, 300]

/** In one lead, beyond those that it must have: many more take long to look at. */
const MOST_EVENTS = 600

function histories(space: Space, open: Open, now: number): Iterable<readonly Data[]> {
  const most = Math.max(0, ...open.wish.counts.values(), ...open.box.counts.map(({ low }) => low))
  if (most === 0) return [[]]
  return open.bound >= ENDLESS ? samples(space, open, now) : ofEachScale(space, open, most, now)
}

function* ofEachScale(space: Space, { box, wish }: Open, most: number, now: number): Generator<readonly Data[]> {
  const useful = scales.filter((_, i) => i === 0 || (scales[i - 1] as number) < most)
  const share = Math.max(1, Math.floor(MOST_EVENTS / wish.counts.size))
  for (const scale of new Set(useful.map(scale => Math.min(scale, share)))) {
    const counts = countsOf(space, box, event => Math.min(scale, wish.counts.get(event) ?? 0))
    for (const placing of placings(space.program)) {
      const events = eventsOf(space, counts, box, placing, now)
      if (events) yield events
    }
  }
}

/** So many classes of events are tried where events may go beyond all bounds. */
const SAMPLED = 8

/** One event of some classes: what grows with their number shows with few. */
function samples(space: Space, { box, wish }: Open, now: number): readonly (readonly Data[])[] {
  const sampled = new Set([...wish.counts.keys()].slice(0, SAMPLED))
  const counts = countsOf(space, box, event => (sampled.has(event) ? 1 : 0))
  const events = eventsOf(space, counts, box, placings(space.program)[0] as Placing, now)
  return events ? [events] : []
}

function countsOf(space: Space, box: Box, wished: (event: number) => number): readonly number[] {
  return space.events.map((_, event) => within(wished(event), box.counts[event] as Count))
}

function within(count: number, { low, high }: Count): number {
  return Math.max(low, Math.min(high, count))
}

/** What is wished for, else unknown where it may be. Of an attribute of which something is known all variables are known. */
function chosen(space: Space, { box, wish }: Open): readonly number[] {
  const picks = new Map(
    [...wish.classes].filter(([variable, wished]) => (box.classes[variable] as readonly number[]).includes(wished)),
  )
  const hasKnown = space.variablesOf.map(variables =>
    variables.some(variable => picks.has(variable) && !isUnknown(space, variable, picks.get(variable) as number)),
  )
  return space.variables.map(({ attribute }, variable) => {
    const left = box.classes[variable] as readonly number[]
    const usual = left.find(one => isUnknown(space, variable, one) !== hasKnown[attribute]) ?? (left[0] as number)
    return picks.get(variable) ?? usual
  })
}

/** By index; undefined for what nothing reads. */
type Attributes = readonly (Value | undefined)[]

/** Undefined where a class has no value that is known. */
function attributesOf(space: Space, classes: readonly number[], pick: Pick): Attributes | undefined {
  const values = space.variablesOf.map((variables, index) =>
    variables.length > 0
      ? pick(
          space.valuesIn(
            index,
            variables.map(variable => classes[variable] as number),
          ),
        )
      : undefined,
  )
  const isMissing = space.variablesOf.some((variables, index) => variables.length > 0 && values[index] === undefined)
  return isMissing ? undefined : values
}

/** Dates are so far from now, and must be among the instants that their class says: then that decides what is now. */
function instantFor(space: Space, classes: readonly number[], attributes: Attributes): number {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const [variable, { attribute, classes: all }] of space.variables.entries()) {
    const { fixed } = all[classes[variable] as number] ?? {}
    const ahead = attributes[attribute]
    if (!fixed || typeof ahead !== 'number') continue
    low = Math.max(low, fixed.low - ahead)
    high = Math.min(high, fixed.high - ahead)
  }
  return Math.max(low, Math.min(high, NOON))
}

/** By the keys that the data has. */
function asData({ program }: Space, attributes: Attributes, now: number): Data {
  const named = program.attributes.flatMap(({ key, type }, index) => {
    const value = attributes[index]
    return value === undefined || value === null ? [] : [[key, valueAsData(value, type.kind, now)]]
  })
  return Object.fromEntries(named)
}

function valueAsData(value: Value, kind: string, now: number): unknown {
  return kind === 'date' && typeof value === 'number' ? formatInstant(now + value) : value
}

/** Undefined where there must be events of a class of which none is known. */
function eventsOf(
  space: Space,
  counts: readonly number[],
  box: Box,
  placing: Placing,
  now: number,
): readonly Data[] | undefined {
  const events: (readonly Data[])[] = []
  for (const [index, event] of space.events.entries()) {
    const count = event.moment ? 0 : (counts[index] as number)
    const some = count > 0 ? eventsIn(event, count, placing, space, now) : []
    if (some.length === 0 && !event.moment && (box.counts[index] as Count).low > 0) return undefined
    events.push(some)
  }
  return (placing.reversed ? events.reverse() : events).flat()
}

function eventsIn(event: EventClass, count: number, placing: Placing, space: Space, now: number): readonly Data[] {
  const [properties] = space.propertiesIn(event)
  const type = space.program.events[event.type]
  if (!properties || !type) return []
  const named = Object.entries(properties).flatMap(([name, value]) => {
    const property = type.properties.find(one => one.name === name)
    return property && value !== null ? [[property.key, valueAsData(value, property.type.kind, now)]] : []
  })
  return agesOf(event, count, placing, space, now).map(age => ({
    type: type.name,
    at: formatInstant(now - age),
    ...Object.fromEntries(named),
  }))
}
