import type { EventType, Program, Value, Zone } from '../program.ts'
import type { IssueCode } from '../result.ts'
import type { LeadEvent } from './lead.ts'
import { shown } from './messages.ts'
import { asObject, type Data, entriesOf, isList, lookUp, own } from './own.ts'
import { dateProblems, isNothing, type Reading, readInstant, readValue, reportAt } from './values.ts'

/**
 * The events of a lead's data that the model knows, in order and each once. Both shapes are read: `type`, `at`, `id`, and
 * Segment's and RudderStack's `event`, `timestamp`, `messageId`.
 */
export function readEvents(program: Program, data: unknown, reading: Reading): readonly LeadEvent[] {
  if (data === undefined || data === null) return []
  if (!isList(data)) {
    reportAt('events', 'wrong-type', `is ${shown(data)}, but should be a list of events. None counts.`, reading)
    return []
  }
  const types = typesOf(program)
  const found = entriesOf(data).map(({ entry, place }) => readEvent(types, entry, place, reading))
  return inOrder(found.filter(event => event !== null))
}

/** The event types of a program by their names. */
export type Types = ReadonlyMap<string, { readonly type: EventType; readonly index: number }>

export function typesOf(program: Program): Types {
  return new Map(program.events.map((type, index) => [type.name, { type, index }]))
}

/** Says why an event does not count; `problem` follows the path in the sentence. */
type Refuse = (code: IssueCode, problem: string, key?: string) => null

/** One event, its rank being its place in the data; nothing where the model does not know it or it cannot count. */
export function readEvent(types: Types, raw: unknown, place: number, reading: Reading): LeadEvent | null {
  const data = asObject(raw)
  const path = `events[${place}]`
  const refuse: Refuse = (code, problem, key = '') => reportAt(path + key, code, problem, reading)
  if (!data) return refuse('not-an-event', `is ${shown(raw)}, but should be an event. It does not count.`)
  const keys = keysOf(data)
  const name = own(data, keys.type)
  if (typeof name !== 'string' || name === '') return refuse('event-without-type', 'has no type. It does not count.')
  const known = types.get(name)
  const at = known ? readTime(own(data, keys.at), name, reading.zone, refuse, `.${keys.at}`) : null
  if (!known || at === null) return null
  const properties = readProperties(known.type, data, keys, path, reading)
  return { type: known.index, name, at, id: readId(own(data, keys.id)), rank: place, properties }
}

interface Keys {
  readonly type: string
  readonly at: string
  readonly id: string
}

/** A `track` call has its event's name in `event`; its `type`, where it has one, only says that it is a call. */
function keysOf(data: Data): Keys {
  const type = own(data, 'type')
  const called = typeof own(data, 'event') === 'string' && (type === undefined || type === 'track')
  return { type: called ? 'event' : 'type', at: present(data, 'at', 'timestamp'), id: present(data, 'id', 'messageId') }
}

function present(data: Data, key: string, other: string): string {
  return own(data, key) === undefined && own(data, other) !== undefined ? other : key
}

function readTime(raw: unknown, name: string, zone: Zone, refuse: Refuse, key: string): number | null {
  if (isNothing(raw))
    return refuse('event-without-time', `is missing: this ${name} has no time. It does not count.`, key)
  const parsed = readInstant(raw, zone)
  if ('ms' in parsed) return parsed.ms
  return refuse(parsed.problem, `is ${shown(raw)}, ${dateProblems[parsed.problem]} The event does not count.`, key)
}

/** Ids are text; a whole number's digits are taken for it. */
export function readId(raw: unknown): string | null {
  return typeof raw === 'string' || Number.isSafeInteger(raw) ? String(raw) || null : null
}

/** Under `properties`, where any name may stand, or beside the type and time. */
function readProperties(
  type: EventType,
  data: Data,
  keys: Keys,
  path: string,
  reading: Reading,
): ReadonlyMap<string, Value> {
  const inside = asObject(own(data, 'properties'))
  const taken = ['type', 'properties', keys.type, keys.at]
  return new Map(
    type.properties.map(property => {
      const raw =
        lookUp(inside, property.key) ?? (taken.includes(property.key) ? undefined : lookUp(data, property.key))
      return [property.name, readValue(property, raw, `${path}.${property.name}`, reading)]
    }),
  )
}

/**
 * By time, then id, then place; of those of one type with one id the first. Types keep apart, so that what a model does
 * not know takes nothing away, and each table of events may count its rows itself. Ranks become places in this order.
 */
function inOrder(events: LeadEvent[]): readonly LeadEvent[] {
  const seen = new Set<string>()
  return events
    .sort(byTimeAndId)
    .filter(event => event.id === null || isNew(seen, `${event.type} ${event.id}`))
    .map((event, rank) => ({ ...event, rank }))
}

/** The order of events whose ranks are places in the data. */
export function byTimeAndId(a: LeadEvent, b: LeadEvent): number {
  return a.at - b.at || compareIds(a.id ?? '', b.id ?? '') || a.rank - b.rank
}

function isNew(seen: Set<string>, key: string): boolean {
  return !seen.has(key) && Boolean(seen.add(key))
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
