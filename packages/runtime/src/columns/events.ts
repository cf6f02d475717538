import { readId } from '../lead/events.ts'
import type { LeadEvent } from '../lead/lead.ts'
import { readInstant } from '../lead/values.ts'
import type { Program, Zone } from '../program.ts'
import type { Changes } from './changes.ts'
import type { EventColumns } from './columns.ts'
import type { EventNeeds } from './needs.ts'
import { isPlain, type Plain, plainObject } from './plain.ts'
import {
  idIn,
  makeRoom,
  mayMatter,
  nameIn,
  narrow,
  type Property,
  propertyOf,
  rowsOf,
  type TypeRows,
  timeIn,
} from './rows.ts'
import { TextCodes, UNKNOWN } from './text-codes.ts'
import { quickTime } from './writer.ts'

/**
 * The events of one lead, written into columns that are used again from lead to lead. Keys of events are asked for one by
 * one: of an event that means nothing hardly more than its type is read.
 */
export class EventWriter {
  /** How many. */
  count = 0
  private readonly zone: Zone
  private readonly types: readonly TypeRows[]
  /** The place of a type by its name, where its events are read. */
  private names = new TextCodes()
  private readonly changes: Changes
  private type = new Int32Array(8)
  private at = new Float64Array(8)
  private row = new Int32Array(8)
  private readonly ids: (string | null)[] = []
  /** The places in the list of the events that are not left out. */
  private readonly kept: number[] = []
  private isInOrder = true
  private withId = 0

  constructor({ events, zone }: Program, changes: Changes) {
    this.zone = zone
    this.changes = changes
    this.types = events.map((type, index) => rowsOf(type, index, zone, changes))
    for (const [index, { name }] of events.entries()) this.names.set(name, index)
  }

  /** From now on what is not needed may be left out. */
  narrow({ events }: Pick<Program, 'events'>, needs: readonly (EventNeeds | undefined)[]): void {
    this.names = new TextCodes()
    needs.forEach((one, index) => {
      if (!one) return
      narrow(this.types[index] as TypeRows, one)
      this.names.set((events[index] as Program['events'][number]).name, index)
    })
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
    for (const { properties } of this.types) for (const { writer } of properties) writer.forget()
  }

  /** Events of data as they came; false where there is something to report, or the whole must be known to say what counts. */
  put(list: readonly unknown[]): boolean {
    for (let i = 0; i < list.length; i++) if (!this.putEvent(list[i], i)) return false
    if (this.withId > 0 && this.count < list.length && this.isTold(list)) return false
    if (!this.isInOrder || this.withId > 1) this.arrange()
    return true
  }

  /** The type is read first: it tells engines what kind of object it is, so that they need not look up its prototype. */
  private putEvent(event: unknown, place: number): boolean {
    if (typeof event !== 'object' || event === null) return false
    const name = nameIn(event as Plain)
    const isUsual = Object.getPrototypeOf(event) === Object.prototype || isPlain(event)
    if (!isUsual || typeof name !== 'string' || name === '') return false
    const index = this.names.get(name)
    return index === UNKNOWN || this.putKnown(this.types[index] as TypeRows, event as Plain, place)
  }

  private putKnown(type: TypeRows, event: Plain, place: number): boolean {
    const { properties } = event
    const inner = properties === undefined ? undefined : plainObject(properties)
    if (!mayMatter(type, event, inner)) return true
    const time = this.timeOf(timeIn(event))
    if (Number.isNaN(time)) return false
    makeRoom(type)
    const { read, rows } = type
    for (let i = 0; i < read.length; i++) {
      const property = read[i] as Property
      if (!property.writer.put(rows, propertyOf(property, event, inner))) return false
    }
    this.kept[this.count] = place
    this.add(type, time, idOf(event))
    return true
  }

  private timeOf(raw: unknown): number {
    const time = quickTime(raw, this.zone)
    if (!Number.isNaN(time) || typeof raw !== 'string') return time
    const read = readInstant(raw, this.zone)
    return 'ms' in read ? read.ms : Number.NaN
  }

  /** The event in the next row of its type, for which there is room. */
  private add(type: TypeRows, time: number, id: string | null): void {
    const place = this.count++
    if (place === this.type.length) this.grow()
    if (place > 0 && this.isInOrder) this.isInOrder = this.follows(place, time, id)
    this.type[place] = type.index
    this.at[place] = time
    this.ids[place] = id
    this.row[place] = type.rows++
    if (id !== null) this.withId++
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

  /** Whether an event that was left out has type and id of one that was not: then their times decide which of them counts. */
  private isTold(list: readonly unknown[]): boolean {
    const { count, kept, ids, type } = this
    const known = new Map<string, number[]>()
    for (let place = 0; place < count; place++) {
      const id = ids[place] as string | null
      if (id !== null) known.set(id, [...(known.get(id) ?? []), type[place] as number])
    }
    for (let i = 0, next = 0; i < list.length; i++) {
      if (next < count && kept[next] === i) next++
      else if (this.isOneOf(known, list[i] as Plain)) return true
    }
    return false
  }

  private isOneOf(known: ReadonlyMap<string, readonly number[]>, event: Plain): boolean {
    const id = idOf(event)
    return id !== null && known.get(id)?.includes(this.names.get(nameIn(event) as string)) === true
  }

  /** Events as `readLead` gives them. */
  store(events: readonly LeadEvent[]): void {
    for (const { type: index, at, properties } of events) {
      const type = this.types[index] as TypeRows
      makeRoom(type)
      for (const { name, writer } of type.properties) writer.store(type.rows, properties.get(name) ?? null)
      this.add(type, at, null)
    }
  }
}

function idOf(event: Plain): string | null {
  const id = idIn(event)
  return id === undefined ? null : readId(id)
}
