/** Leads that are close to where two models part: found from leads that have much, by taking away and by letting time pass. */
import { formatInstant, type Value, type ValueType } from '@merit-lang/runtime'
import type { Witness } from '../claims.ts'
import type { Space } from '../space/space.ts'

type Data = Readonly<Record<string, unknown>>
type Asks = (witness: Witness) => boolean

const DAY = 86_400_000
const later = [0, 0.25, 1, 2, 5, 10, 20, 30, 45, 60, 90, 120, 180, 365].map(days => days * DAY)

/** As it is, and as it gets older. */
export function aged({ lead, now }: Witness): readonly Witness[] {
  const times = later.map(time => now + time)
  return times.filter(time => formatInstant(time) !== 'out of range').map(time => ({ lead, now: time }))
}

/** Orders in which parts are taken away, and parts that are looked at at all. */
const tried = { orders: 12, parts: 60 }

/** What is left after parts are taken away one by one, in several orders, as long as it keeps what is asked. */
export function* thinned({ lead, now }: Witness, keeps: Asks): Generator<Witness> {
  const { events = [], ...attributes } = lead as { events?: readonly Data[] }
  const parts: readonly Part[] = [
    ...Object.entries(attributes).map(([key, value]) => ({ key, value })),
    ...events.map(event => ({ event })),
  ].slice(0, tried.parts)
  for (let order = 0; order < tried.orders; order++) {
    let left = new Set(parts)
    for (const part of shuffled(parts, order)) {
      const fewer = new Set([...left].filter(one => one !== part))
      const witness = { lead: leadOf([...fewer]), now }
      yield witness
      if (keeps(witness)) left = fewer
    }
  }
}

/** How many leads are drawn. */
const drawn = 200

/** The lead with other values, drawn at random, for some of the attributes that it does not need for what it shows. */
export function* varied({ lead, now }: Witness, space: Space): Generator<Witness> {
  const random = generator(7)
  const values = space.program.attributes.map((attribute, index) => ({ attribute, values: valuesOf(space, index) }))
  const free = values.filter(({ attribute: { key }, values }) => values.length > 0 && !(key in lead))
  for (let i = 0; i < drawn; i++) {
    const picked = free.flatMap(({ attribute: { key, type }, values }) => {
      const value = values[Math.floor(random() * (values.length + 1))]
      return value === undefined ? [] : [[key, asData(value, type, now)]]
    })
    yield { lead: { ...Object.fromEntries(picked), ...lead }, now }
  }
}

/** Values of one class that are looked at. */
const ofClass = 6

/** The lead with other values for each attribute that it has. */
export function* withOthers({ lead, now }: Witness, space: Space): Generator<Witness> {
  for (const [index, { key, type }] of space.program.attributes.entries()) {
    if (!(key in lead)) continue
    const values = valuesOf(space, index, ofClass).map(value => asData(value, type, now))
    for (const value of new Set(values)) if (value !== lead[key]) yield { lead: { ...lead, [key]: value }, now }
  }
}

function asData(value: Value, { kind }: ValueType, now: number): unknown {
  return kind === 'date' ? formatInstant(now + Number(value)) : value
}

/** Of each class so many, none of them unknown. Where an attribute is several variables, all that some of their ends have. */
function valuesOf(space: Space, index: number, count = 1): readonly Value[] {
  const variables = space.variablesOf[index] ?? []
  const classes = variables.map(variable => space.variables[variable]?.classes.length ?? 0)
  const most = Math.min(12, Math.max(0, ...classes))
  const ways = Array.from({ length: most }, (_, i) => classes.map(count => i % count))
  return ways.flatMap(way => space.valuesIn(index, way).slice(0, count)).filter(value => value !== null)
}

/** The lead with all that another has besides, and with its events. */
export function together(one: Witness, other: Witness): Witness {
  const eventsIn = ({ lead }: Witness) => (lead.events ?? []) as readonly Data[]
  const events = [...eventsIn(one), ...eventsIn(other)]
  return { lead: { ...other.lead, ...one.lead, ...(events.length > 0 ? { events } : {}) }, now: one.now }
}

type Part = { readonly key: string; readonly value: unknown } | { readonly event: Data }

function leadOf(parts: readonly Part[]): Data {
  const attributes = Object.fromEntries(parts.flatMap(part => ('key' in part ? [[part.key, part.value]] : [])))
  const events = parts.flatMap(part => ('event' in part ? [part.event] : []))
  return events.length > 0 ? { ...attributes, events } : attributes
}

/** From 0 to below 1; the same for the same number, so that a comparison always finds the same (a linear congruential generator). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** By Fisher and Yates. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const mixed = [...items]
  const random = generator(seed + 1)
  for (let i = mixed.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    ;[mixed[i], mixed[other]] = [mixed[other] as T, mixed[i] as T]
  }
  return mixed
}
