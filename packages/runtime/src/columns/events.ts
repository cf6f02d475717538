import { readId } from '../lead/events.ts'
import type { LeadEvent } from '../lead/lead.ts'
import { readInstant } from '../lead/values.ts'
import type { EventType, Program, Zone } from '../program.ts'
import type { Changes } from './changes.ts'
import type { EventColumns } from './columns.ts'
import { isPlain, type Key, keyOf, type Plain, plainObject, valueAlong } from './plain.ts'
import { placeOf, Shapes } from './shapes.ts'
import { TextCodes, UNKNOWN } from './text-codes.ts'
import { quickTime, Writer } from './writer.ts'

/** The properties of one event type as columns. */
interface TypeRows {
  readonly index: number
  readonly properties: readonly Property[]
  /** No key of a property has a path. */
  readonly isFlat: boolean
  rows: number
  capacity: number
}
interface Property {
  readonly name: string
  readonly key: Key
  readonly writer: Writer
}

/** Where the values of an event stand among those that were read. */
interface EventPlan {
  readonly type: number
  readonly event: number
  readonly at: number
  readonly timestamp: number
  readonly id: number
  readonly messageId: number
  readonly properties: number
  /** It has `type` and `at`, and its properties beside them. */
  readonly isUsual: boolean
  readonly hasId: boolean
  /** By event type, for each property. */
  readonly ofType: readonly (readonly number[])[]
}

/** The events of one lead, written into columns that are used again from lead to lead. */
export class EventWriter {
  /** How many. */
  count = 0
  private readonly zone: Zone
  private readonly types: readonly TypeRows[]
  /** The place of a type by its name. */
  private readonly names = new TextCodes()
  private readonly changes: Changes
  private readonly shapes: Shapes<EventPlan>
  /** Of the objects under `properties`: by event type, for each property. */
  private readonly innerShapes: Shapes<readonly (readonly number[])[]>
  private type = new Int32Array(8)
  private at = new Float64Array(8)
  private row = new Int32Array(8)
  private readonly ids: (string | null)[] = []
  private isInOrder = true
  private withId = 0

  constructor({ events, zone }: Program, changes: Changes) {
    this.zone = zone
    this.changes = changes
    this.types = events.map((type, index) => rowsOf(type, index, zone, changes))
    for (const [index, { name }] of events.entries()) this.names.set(name, index)
    this.shapes = new Shapes(keys => planOf(keys, this.types), changes)
    this.innerShapes = new Shapes(keys => this.types.map(type => placesOf(type, keys)), changes)
  }

  /** `from`: where the lead's events begin and end. */
  columns(from: Int32Array): EventColumns {
    const { type, at, row } = this
    return { from, type, at, row, properties: this.types.map(one => one.properties.map(({ writer }) => writer.column)) }
  }

  /** Begins another lead. */
  clear(): void {
    this.count = 0
    this.isInOrder = true
    this.withId = 0
    for (let i = 0; i < this.types.length; i++) (this.types[i] as TypeRows).rows = 0
  }

  /** To be called between leads: forgets what is too much to remember. */
  forget(): void {
    this.shapes.forget()
    this.innerShapes.forget()
    for (const { properties } of this.types) for (const { writer } of properties) writer.forget()
  }

  /** Events of data as they came; false where there is something to report. */
  put(list: readonly unknown[]): boolean {
    for (let i = 0; i < list.length; i++) {
      const event = list[i]
      if (!isPlain(event) || !this.putEvent(event)) return false
    }
    if (!this.isInOrder || this.withId > 1) this.arrange()
    return true
  }

  private putEvent(event: Plain): boolean {
    const plan = this.shapes.read(event)
    const { values } = this.shapes
    const typePlace = plan.isUsual ? plan.type : typePlaceOf(plan, values)
    const timePlace = plan.isUsual ? plan.at : presentOf(plan.at, plan.timestamp, values)
    const name = values[typePlace]
    if (typeof name !== 'string' || name === '') return false
    const index = this.names.get(name)
    if (index === UNKNOWN) return true
    const time = this.timeOf(values[timePlace])
    if (Number.isNaN(time)) return false
    const type = this.types[index] as TypeRows
    this.add(type, time, plan.hasId ? readId(values[presentOf(plan.id, plan.messageId, values)]) : null)
    const places = plan.ofType[index] as readonly number[]
    return plan.isUsual && type.isFlat
      ? this.putFlat(type, places)
      : this.putProperties(type, places, event, plan, typePlace, timePlace)
  }

  /** Properties that stand beside the type and time. */
  private putFlat({ properties, rows }: TypeRows, places: readonly number[]): boolean {
    const { values } = this.shapes
    for (let i = 0; i < properties.length; i++) {
      const { writer } = properties[i] as Property
      if (!writer.put(rows - 1, values[places[i] as number])) return false
    }
    return true
  }

  private timeOf(raw: unknown): number {
    const time = quickTime(raw, this.zone)
    if (!Number.isNaN(time) || typeof raw !== 'string') return time
    const read = readInstant(raw, this.zone)
    return 'ms' in read ? read.ms : Number.NaN
  }

  /** Properties under `properties`, or beside the type and time, which are no properties. */
  private putProperties(
    { index, properties, rows }: TypeRows,
    places: readonly number[],
    event: Plain,
    plan: EventPlan,
    typePlace: number,
    timePlace: number,
  ): boolean {
    const inner = plainObject(this.shapes.values[plan.properties])
    const innerPlaces = inner && this.innerShapes.read(inner)[index]
    for (let i = 0; i < properties.length; i++) {
      const { key, writer } = properties[i] as Property
      const place = places[i] as number
      const within = inner && innerPlaces && deepValue(inner, key, this.innerShapes.values[innerPlaces[i] as number])
      const isTaken = place === typePlace || place === timePlace
      const raw = within ?? (isTaken ? undefined : deepValue(event, key, this.shapes.values[place]))
      if (!writer.put(rows - 1, raw)) return false
    }
    return true
  }

  private add(type: TypeRows, time: number, id: string | null): void {
    const place = this.count++
    if (place === this.type.length) this.grow()
    if (place > 0 && this.isInOrder) this.isInOrder = this.follows(place, time, id)
    this.type[place] = type.index
    this.at[place] = time
    this.ids[place] = id
    this.row[place] = type.rows
    if (id !== null) this.withId++
    if (type.rows++ === type.capacity) growType(type)
  }

  /** Whether it is surely not before the event at the place before. */
  private follows(place: number, time: number, id: string | null): boolean {
    const before = this.at[place - 1] as number
    return time > before || (time === before && id === null && this.ids[place - 1] === null)
  }

  private grow(): void {
    const [type, at, row] = [this.type, this.at, this.row]
    this.type = new Int32Array(2 * type.length)
    this.at = new Float64Array(2 * at.length)
    this.row = new Int32Array(2 * row.length)
    this.type.set(type)
    this.at.set(at)
    this.row.set(row)
    this.changes.renewed = true
  }

  /** Into order, each once. */
  private arrange(): void {
    const places = Array.from({ length: this.count }, (_, place) => place)
    if (!this.isInOrder) places.sort((a, b) => this.compare(a, b))
    const kept = this.withId > 1 ? places.filter(this.isNew()) : places
    if (this.isInOrder && kept.length === this.count) return
    const [type, at, row] = [this.type.slice(), this.at.slice(), this.row.slice()]
    kept.forEach((from, to) => {
      this.type[to] = type[from] as number
      this.at[to] = at[from] as number
      this.row[to] = row[from] as number
    })
    this.count = kept.length
  }

  /** By time, then id, then place. */
  private compare(a: number, b: number): number {
    const apart = (this.at[a] as number) - (this.at[b] as number)
    if (apart !== 0) return apart
    const [one, other] = [this.ids[a] ?? '', this.ids[b] ?? '']
    return one < other ? -1 : one > other ? 1 : a - b
  }

  /** Ids tell events of one type apart. */
  private isNew(): (place: number) => boolean {
    const seen = this.types.map(() => new Set<string>())
    return place => {
      const id = this.ids[place] as string | null
      const ids = seen[this.type[place] as number] as Set<string>
      return id === null || (!ids.has(id) && Boolean(ids.add(id)))
    }
  }

  /** Events as `readLead` gives them. */
  store(events: readonly LeadEvent[]): void {
    for (const { type: index, at, properties } of events) {
      const type = this.types[index] as TypeRows
      this.add(type, at, null)
      for (const { name, writer } of type.properties) writer.store(type.rows - 1, properties.get(name) ?? null)
    }
  }
}

function rowsOf({ properties }: EventType, index: number, zone: Zone, changes: Changes): TypeRows {
  const writers = properties.map(one => ({
    name: one.name,
    key: keyOf(one.key),
    writer: new Writer(one, zone, changes),
  }))
  return { index, properties: writers, isFlat: writers.every(({ key }) => !key.path), rows: 0, capacity: 1 }
}

function growType(type: TypeRows): void {
  type.capacity *= 2
  for (const { writer } of type.properties) writer.grow(type.capacity)
}

function planOf(keys: readonly string[], types: readonly TypeRows[]): EventPlan {
  const isUsual = !['event', 'timestamp', 'properties'].some(key => keys.includes(key))
  const taken = isUsual ? ['type', 'properties', 'at'] : ['type', 'properties']
  const free = keys.map(key => (taken.includes(key) ? undefined : key))
  return {
    type: placeOf('type', keys),
    event: placeOf('event', keys),
    at: placeOf('at', keys),
    timestamp: placeOf('timestamp', keys),
    id: placeOf('id', keys),
    messageId: placeOf('messageId', keys),
    properties: placeOf('properties', keys),
    isUsual,
    hasId: keys.includes('id') || keys.includes('messageId'),
    ofType: types.map(type => placesOf(type, free)),
  }
}

function placesOf({ properties }: TypeRows, keys: readonly (string | undefined)[]): readonly number[] {
  return properties.map(({ key }) => placeOf(key.flat, keys))
}

/** Where a value is found, else where another one is that may stand for it. */
function presentOf(place: number, other: number, values: readonly unknown[]): number {
  return values[place] === undefined && values[other] !== undefined ? other : place
}

/** A `track` call has its event's name in `event`. */
function typePlaceOf({ type, event }: EventPlan, values: readonly unknown[]): number {
  const [said, called] = [values[type], values[event]]
  return typeof called === 'string' && (said === undefined || said === 'track') ? event : type
}

function deepValue(data: Plain, key: Key, value: unknown): unknown {
  return value === undefined && key.path ? valueAlong(key.path, data) : value
}
