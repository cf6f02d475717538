import { readId } from '../lead/events.ts'
import type { LeadEvent } from '../lead/lead.ts'
import { readInstant } from '../lead/values.ts'
import type { EventType, Program, Zone } from '../program.ts'
import type { EventColumns } from './columns.ts'
import { isPlain, type Key, keyOf, type Plain, plainObject, valueAt } from './plain.ts'
import { quickTime, type Writer, writerOf } from './writers.ts'

/** The properties of one event type as columns. */
interface TypeRows {
  readonly index: number
  readonly properties: readonly { readonly name: string; readonly key: Key; readonly writer: Writer }[]
  rows: number
  capacity: number
}

/** The events of one lead, written into columns that are used again from lead to lead. */
export class EventWriter {
  /** How many. */
  count = 0
  private readonly zone: Zone
  private readonly types: readonly TypeRows[]
  private readonly byName: ReadonlyMap<string, TypeRows>
  private readonly renewed: () => void
  private type = new Int32Array(8)
  private at = new Float64Array(8)
  private row = new Int32Array(8)
  private readonly ids: (string | null)[] = []
  private inOrder = true
  private withId = 0

  constructor({ events, zone }: Program, renewed: () => void) {
    this.zone = zone
    this.renewed = renewed
    this.types = events.map((type, index) => rowsOf(type, index, zone, renewed))
    this.byName = new Map(events.map(({ name }, index) => [name, this.types[index] as TypeRows]))
  }

  /** `from`: where the lead's events begin and end. */
  columns(from: Int32Array): EventColumns {
    const { type, at, row } = this
    return { from, type, at, row, properties: this.types.map(one => one.properties.map(({ writer }) => writer.column)) }
  }

  clear(): void {
    this.count = 0
    this.inOrder = true
    this.withId = 0
    for (const type of this.types) type.rows = 0
  }

  forget(): void {
    for (const type of this.types) for (const { writer } of type.properties) writer.forget()
  }

  /** Events of data as they came; false where there is something to report. */
  put(list: readonly unknown[]): boolean {
    for (let i = 0; i < list.length; i++) {
      const event = list[i]
      if (!isPlain(event) || !this.putEvent(event)) return false
    }
    if (!this.inOrder || this.withId > 1) this.arrange()
    return true
  }

  private putEvent(event: Plain): boolean {
    const isCall = isTrackCall(event)
    const name = isCall ? event.event : event.type
    if (typeof name !== 'string' || name === '') return false
    const type = this.byName.get(name)
    if (type === undefined) return true
    const isStamped = event.at === undefined && event.timestamp !== undefined
    const at = this.timeOf(isStamped ? event.timestamp : event.at)
    if (Number.isNaN(at)) return false
    this.add(type, at, readId(event.id === undefined ? event.messageId : event.id))
    return putProperties(type, event, isCall ? 'event' : 'type', isStamped ? 'timestamp' : 'at')
  }

  private timeOf(raw: unknown): number {
    const at = quickTime(raw, this.zone)
    if (!Number.isNaN(at) || typeof raw !== 'string') return at
    const read = readInstant(raw, this.zone)
    return 'ms' in read ? read.ms : Number.NaN
  }

  private add(type: TypeRows, at: number, id: string | null): void {
    const place = this.count++
    if (place === this.type.length) this.grow()
    this.inOrder &&= place === 0 || this.follows(place, at, id)
    this.type[place] = type.index
    this.at[place] = at
    this.ids[place] = id
    this.row[place] = type.rows
    if (id !== null) this.withId++
    if (type.rows++ === type.capacity) growType(type)
  }

  /** Whether it is surely not before the event at the place before. */
  private follows(place: number, at: number, id: string | null): boolean {
    const before = this.at[place - 1] as number
    return at > before || (at === before && id === null && this.ids[place - 1] === null)
  }

  private grow(): void {
    const [type, at, row] = [this.type, this.at, this.row]
    this.type = new Int32Array(2 * type.length)
    this.at = new Float64Array(2 * at.length)
    this.row = new Int32Array(2 * row.length)
    this.type.set(type)
    this.at.set(at)
    this.row.set(row)
    this.renewed()
  }

  /** Into order, each once. */
  private arrange(): void {
    const places = Array.from({ length: this.count }, (_, place) => place)
    if (!this.inOrder) places.sort((a, b) => this.compare(a, b))
    const kept = this.withId > 1 ? places.filter(this.isNew()) : places
    if (this.inOrder && kept.length === this.count) return
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

function rowsOf({ properties }: EventType, index: number, zone: Zone, renewed: () => void): TypeRows {
  const writers = properties.map(one => ({ name: one.name, key: keyOf(one.key), writer: writerOf(one, zone, renewed) }))
  return { index, properties: writers, rows: 0, capacity: 1 }
}

function growType(type: TypeRows): void {
  type.capacity *= 2
  for (const { writer } of type.properties) writer.grow(type.capacity)
}

/** A `track` call has its event's name in `event`. */
function isTrackCall({ type, event }: Plain): boolean {
  return (type === undefined || type === 'track') && typeof event === 'string'
}

function putProperties(type: TypeRows, event: Plain, typeKey: string, timeKey: string): boolean {
  const { properties } = type
  const inside = event.properties === undefined ? undefined : plainObject(event.properties)
  for (let i = 0; i < properties.length; i++) {
    const { key, writer } = properties[i] as TypeRows['properties'][number]
    const raw =
      (inside && valueAt(inside, key)) ?? (isTaken(key.flat, typeKey, timeKey) ? undefined : valueAt(event, key))
    if (!writer.put(type.rows - 1, raw)) return false
  }
  return true
}

function isTaken(key: string, typeKey: string, timeKey: string): boolean {
  return key === 'type' || key === 'properties' || key === typeKey || key === timeKey
}
