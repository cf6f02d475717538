/** Leads read once for two models, where both declare what they read in the same way. */
import type { Attribute, EventType, Program } from '@merit-lang/runtime'
import type { Column, Columns } from '@merit-lang/runtime/batch'

export interface SharedReading {
  /** Declares what either model reads; it scores nothing. */
  readonly schema: Program
  /** What was read by the schema as each of the models would have read it. */
  readonly views: readonly [(columns: Columns) => Columns, (columns: Columns) => Columns]
}

/** Undefined where something is declared in two ways, or times are read in two zones: then each model reads for itself. */
export function sharedReading(before: Program, after: Program): SharedReading | undefined {
  const attributes = union(before.attributes, after.attributes)
  const events = unionOfEvents(before.events, after.events)
  if (!attributes || !events || written(before.zone) !== written(after.zone)) return undefined
  const schema = {
    ...after,
    attributes,
    events,
    scores: [],
    grades: [],
    stages: [],
    disqualifications: [],
    promises: [],
  }
  return { schema, views: [viewOf(before, schema), viewOf(after, schema)] }
}

const written = (part: unknown): string => JSON.stringify(part)

/** Two that have neither key nor name in common do not get into each other's way. */
function union(before: readonly Attribute[], after: readonly Attribute[]): readonly Attribute[] | undefined {
  const all = [...after]
  for (const one of before) {
    const near = all.filter(({ key, name }) => key === one.key || name === one.name)
    if (near.length === 0) all.push(one)
    else if (near.some(other => !isSame(one, other))) return undefined
  }
  return all
}

const isSame = (one: Attribute, other: Attribute): boolean =>
  written([one.key, one.name, one.type, one.required, one.unknownIn]) ===
  written([other.key, other.name, other.type, other.required, other.unknownIn])

function unionOfEvents(before: readonly EventType[], after: readonly EventType[]): readonly EventType[] | undefined {
  const events: EventType[] = []
  for (const name of new Set([...after, ...before].map(type => type.name))) {
    const [one, other] = [before, after].map(types => types.find(type => type.name === name)?.properties ?? [])
    const properties = union(one ?? [], other ?? [])
    if (!properties) return undefined
    events.push({ name, properties })
  }
  return events
}

// ---------------------------------------------------------------- views

function viewOf(program: Program, schema: Program): (columns: Columns) => Columns {
  const attributes = placesIn(program.attributes, schema.attributes)
  const types = program.events.map(({ name }) => schema.events.findIndex(type => type.name === name))
  const properties = program.events.map((type, i) =>
    placesIn(type.properties, (schema.events[types[i] as number] as EventType).properties),
  )
  const isWhole = types.length === schema.events.length && types.every((type, i) => type === i)
  return columns => ({
    count: columns.count,
    attributes: attributes.map(place => columns.attributes[place] as Column),
    events: {
      ...(isWhole ? columns.events : eventsOf(types, columns)),
      properties: properties.map((places, i) =>
        places.map(place => columns.events.properties[types[i] as number]?.[place] as Column),
      ),
    },
  })
}

function placesIn(own: readonly Attribute[], all: readonly Attribute[]): readonly number[] {
  return own.map(one => all.findIndex(other => isSame(one, other)))
}

/** Those that the model knows, by its own numbers of types. */
function eventsOf(types: readonly number[], { count, events }: Columns): Omit<Columns['events'], 'properties'> {
  const ends = events.from[count] as number
  const [from, type, row] = [new Int32Array(count + 1), new Int32Array(ends), new Int32Array(ends)]
  const at = new Float64Array(ends)
  let kept = 0
  for (let lead = 0; lead < count; lead++) {
    for (let i = events.from[lead] as number; i < (events.from[lead + 1] as number); i++) {
      const own = types.indexOf(events.type[i] as number)
      if (own < 0) continue
      type[kept] = own
      at[kept] = events.at[i] as number
      row[kept] = events.row[i] as number
      kept++
    }
    from[lead + 1] = kept
  }
  return { from, type, at, row }
}
