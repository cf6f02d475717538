/** Leads that a box proposes, each measured by the reference evaluator: what it says is true whatever the proposal was worth. */
import { formatInstant, type Program, type Value } from '@merit-lang/runtime'
import { readLead, runOf } from '@merit-lang/runtime/reference'
import type { Witness } from '../claims.ts'
import { isUnknown } from '../search/boxes.ts'
import type { Goal } from '../search/goal.ts'
import type { Open } from '../search/open.ts'
import type { Side } from '../search/steer.ts'
import type { Box, Count, EventClass, Space } from '../space/space.ts'
import { agesOf, type Placing, placings } from './ages.ts'
import { ENDLESS } from './growth.ts'

/** A lead, and how far it goes: times the side, so that greater is further. */
export interface Attempt {
  readonly value: number
  readonly witness: Witness
}

type Data = Readonly<Record<string, unknown>>

/** The instant of all witnesses: noon on a Monday. */
export const now = Date.UTC(2026, 5, 1, 12)

/** From the most promising on; none where a class has no value that is known. */
export function* attempts(goal: Goal, side: Side, space: Space, open: Open): Generator<Attempt> {
  let best: Attempt | undefined
  for (const data of proposals(space, open)) {
    const attempt = measured(goal, side, space.program, data)
    if (!attempt) continue
    if (!best || attempt.value > best.value) best = attempt
    yield attempt
    if (attempt.value >= open.bound) return
  }
  if (best) yield* withoutEvents(goal, side, space.program, best, open.bound)
}

/** What the reference says of the data; undefined where it has issues, since claims are about leads without. */
export function measured(goal: Goal, side: Side, program: Program, data: Data): Attempt | undefined {
  const lead = readLead(program, data)
  if (lead.issues.length > 0) return undefined
  return { value: goal.measure(runOf(program, lead, now)) * side, witness: { lead: data, now } }
}

/** At most so many events of a class: few are often enough, and quickly looked at. */
const scales = [3, 30, 300]

function* proposals(space: Space, open: Open): Generator<Data> {
  const classes = chosen(space, open)
  const first = attributesOf(space, classes, values => values[0])
  if (!first) return
  const last = attributesOf(space, classes, values => values.at(-1)) as Data
  const kinds = Object.keys(first).some(key => first[key] !== last[key]) ? [first, last] : [first]
  for (const events of histories(space, open)) {
    for (const attributes of kinds) yield { ...attributes, ...(events.length > 0 ? { events } : {}) }
  }
}

function* histories(space: Space, { box, wish, bound }: Open): Generator<readonly Data[]> {
  const most = Math.max(0, ...wish.counts.values(), ...box.counts.map(({ low }) => low))
  if (most === 0) return yield []
  const needed = bound >= ENDLESS ? 1 : most
  const useful = scales.filter((_, i) => i === 0 || (scales[i - 1] as number) < needed)
  for (const scale of useful) {
    const counts = space.events.map((_, event) =>
      within(Math.min(scale, wish.counts.get(event) ?? 0), box.counts[event] as Count),
    )
    for (const placing of placings(space.program)) {
      const events = eventsOf(space, counts, box, placing)
      if (events) yield events
    }
  }
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

/** By the keys that the data has; undefined where a class has no value that is known. */
function attributesOf(
  space: Space,
  classes: readonly number[],
  pick: (values: readonly Value[]) => Value | undefined,
): Data | undefined {
  const data: Record<string, unknown> = {}
  for (const [index, { key, type }] of space.program.attributes.entries()) {
    const variables = space.variablesOf[index] ?? []
    if (variables.length === 0) continue
    const value = pick(
      space.valuesIn(
        index,
        variables.map(variable => classes[variable] as number),
      ),
    )
    if (value === undefined) return undefined
    if (value !== null) data[key] = asData(value, type.kind)
  }
  return data
}

/** Dates are relative to now. */
function asData(value: Value, kind: string): unknown {
  return kind === 'date' && typeof value === 'number' ? formatInstant(now + value) : value
}

/** Undefined where there must be events of a class of which none is known. */
function eventsOf(space: Space, counts: readonly number[], box: Box, placing: Placing): readonly Data[] | undefined {
  const events: Data[] = []
  for (const [index, event] of space.events.entries()) {
    const count = event.moment ? 0 : (counts[index] as number)
    const some = count > 0 ? eventsIn(event, count, placing, space) : []
    if (some.length === 0 && !event.moment && (box.counts[index] as Count).low > 0) return undefined
    events.push(...some)
  }
  return events
}

function eventsIn(event: EventClass, count: number, placing: Placing, space: Space): readonly Data[] {
  const [properties] = space.propertiesIn(event)
  const type = space.program.events[event.type]
  if (!properties || !type) return []
  const named = Object.entries(properties).flatMap(([name, value]) => {
    const property = type.properties.find(one => one.name === name)
    return property && value !== null ? [[property.key, asData(value, property.type.kind)]] : []
  })
  return agesOf(event, count, placing, space, now).map(age => ({
    type: type.name,
    at: formatInstant(now - age),
    ...Object.fromEntries(named),
  }))
}

/** Without all events of one type and what they bring, as long as that leads further. */
function* withoutEvents(goal: Goal, side: Side, program: Program, from: Attempt, bound: number): Generator<Attempt> {
  let best = from
  const events = (from.witness.lead.events ?? []) as readonly Data[]
  const kinds = [...new Set(events.map(({ at, ...rest }) => JSON.stringify(rest)))]
  if (kinds.length < 2) return
  for (const kind of kinds) {
    const left = ((best.witness.lead.events ?? []) as readonly Data[]).filter(
      ({ at, ...rest }) => JSON.stringify(rest) !== kind,
    )
    const attempt = measured(goal, side, program, { ...best.witness.lead, events: left })
    if (!attempt || attempt.value <= best.value) continue
    best = attempt
    yield attempt
    if (attempt.value >= bound) return
  }
}
