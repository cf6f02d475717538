import type { EventType, Zone } from '../program.ts'
import type { Changes } from './changes.ts'
import type { EventNeeds } from './needs.ts'
import { type Key, keyOf, type Plain, valueAlong } from './plain.ts'
import type { Wanted } from './wanted.ts'
import { Writer } from './writer.ts'

/** The properties of one event type as columns. */
export interface TypeRows {
  readonly index: number
  readonly properties: readonly Property[]
  /** Those that are read. */
  read: readonly Property[]
  /** Without one of these an event is left out; none: no event is. */
  wanted: readonly WantedValues[]
  rows: number
  capacity: number
}

export interface Property {
  readonly name: string
  readonly key: Key
  readonly writer: Writer
  /** Its key is a path, or one that may say which event it is, or when. */
  readonly isOdd: boolean
}

interface WantedValues {
  readonly property: Property
  readonly values: Wanted
}

export function rowsOf({ properties }: EventType, index: number, zone: Zone, changes: Changes): TypeRows {
  const all = properties.map(one => {
    const key = keyOf(one.key)
    const isOdd = key.path !== undefined || taken.has(key.flat)
    return { name: one.name, key, writer: new Writer(one, zone, changes), isOdd }
  })
  return { index, properties: all, read: all, wanted: [], rows: 0, capacity: 1 }
}

/** What is not needed is not read from now on. */
export function narrow(type: TypeRows, { properties, wanted }: EventNeeds): void {
  type.read = type.properties.filter((_, place) => properties[place])
  type.wanted = wanted.map(({ column, values }) => ({ property: type.properties[column] as Property, values }))
}

/** Makes room for one more row. */
export function makeRoom(type: TypeRows): void {
  if (type.rows < type.capacity) return
  type.capacity *= 2
  for (const { writer } of type.properties) writer.grow(type.capacity)
}

/** Whether an event of the type may matter. A value that is no text is none that is wanted. */
export function mayMatter({ wanted }: TypeRows, event: Plain, inner: Plain | undefined): boolean {
  for (let i = 0; i < wanted.length; i++) {
    const { property, values } = wanted[i] as WantedValues
    // Asked here, most objects are alike, and engines read such a key in no time.
    const raw = inner || property.isOdd ? propertyOf(property, event, inner) : event[property.key.flat]
    if (typeof raw === 'string' && values.mayBe(raw)) return true
  }
  return wanted.length === 0
}

/** The value of a property: under `properties`, the object `inner`, or beside the type and time, which are no properties. */
export function propertyOf({ key, isOdd }: Property, event: Plain, inner: Plain | undefined): unknown {
  const { flat } = key
  if (!isOdd) return inner === undefined ? event[flat] : (inner[flat] ?? event[flat])
  return (inner && deepValue(inner, key)) ?? (taken.get(flat)?.(event) ? undefined : deepValue(event, key))
}

function deepValue(data: Plain, { flat, path }: Key): unknown {
  const value = data[flat]
  return value === undefined && path ? valueAlong(path, data) : value
}

/** A `track` call has its event's name in `event`. */
export function nameIn(event: Plain): unknown {
  return isCall(event) ? event.event : event.type
}

function isCall(event: Plain): boolean {
  const { type } = event
  return (type === undefined || type === 'track') && typeof event.event === 'string'
}

export function timeIn(event: Plain): unknown {
  const { at } = event
  return at === undefined ? event.timestamp : at
}

export function idIn(event: Plain): unknown {
  const { id } = event
  return id === undefined ? event.messageId : id
}

/** By key: whether it says which event it is, or when. */
const taken: ReadonlyMap<string, (event: Plain) => boolean> = new Map([
  ['type', () => true],
  ['properties', () => true],
  ['event', isCall],
  ['at', () => true],
  ['timestamp', ({ at }: Plain) => at === undefined],
])
