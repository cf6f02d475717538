/**
 * Rows of an events file as the events of leads: plain rows (`type`, `at`), and Segment or RudderStack calls as they come.
 */
import type { EventType } from '@merit-lang/runtime'
import { readCell, rowsOf } from './cells.ts'
import { eventLeadKeys, idOf } from './ids.ts'
import { type DataRecord, type Fields, isFields, type RowReader } from './records.ts'

export interface LeadEventRow {
  readonly lead: string
  /** As `readLead` takes it: `{ type, at, … }`. */
  readonly event: Fields
}

/** Calls that say who someone is, not what they did. */
const notEvents = new Set(['identify', 'group', 'alias', 'delete'])
/** Calls that are events by themselves. */
const callsByKind = new Set(['track', 'page', 'screen'])

const typeKeys = ['type', 'event', 'event_type', 'event_name', 'eventType', 'eventName'] as const
const timeKeys = [
  'at',
  'timestamp',
  'originalTimestamp',
  'original_timestamp',
  'time',
  'ts',
  'occurred_at',
  'sentAt',
  'receivedAt',
] as const
const idKeys = ['id', 'messageId', 'message_id', 'event_id'] as const

/** What tells such a call from an event that is merely called so. */
export const callTypes: readonly string[] = [...callsByKind, ...notEvents]
export const callKeys: readonly string[] = ['userId', 'anonymousId', 'messageId']

/** Segment and RudderStack calls carry who and when under these names. */
function isCall(fields: Fields): boolean {
  const kind = fields.type
  return typeof kind === 'string' && callTypes.includes(kind) && callKeys.some(key => key in fields)
}

/** The event that a row tells of, `{ type, at, id, … }`; undefined for calls that tell of none. */
export function eventOf(fields: Fields): Fields | undefined {
  if (!isCall(fields)) return plainEvent(fields)
  if (notEvents.has(fields.type as string)) return undefined
  return {
    type: fields.type === 'track' ? fields.event : fields.type,
    at: first(fields, timeKeys),
    id: fields.messageId,
    properties: {
      ...(typeof fields.name === 'string' ? { name: fields.name } : {}),
      ...(isFields(fields.properties) ? fields.properties : {}),
    },
  }
}

function plainEvent(fields: Fields): Fields {
  if ('type' in fields && 'at' in fields) return fields
  return { ...fields, type: first(fields, typeKeys), at: first(fields, timeKeys), ...idPart(fields) }
}

/** Whether a table with these columns tells what happened, and when. */
export function looksLikeEvents(columns: readonly string[]): boolean {
  return [typeKeys, timeKeys].every(keys => keys.some(key => columns.includes(key)))
}

function idPart(fields: Fields): Fields {
  const id = first(fields, idKeys)
  return id === undefined ? {} : { id }
}

function first(fields: Fields, keys: readonly string[]): unknown {
  const key = keys.find(name => Object.hasOwn(fields, name) && fields[name] !== null)
  return key === undefined ? undefined : fields[key]
}

/** A lead's own events, calls among them read as events. Anything that is no list is left for scoring to report. */
export function ownEvents(fields: Fields): Fields {
  const { events } = fields
  if (!Array.isArray(events) || !events.some(event => isFields(event) && isCall(event))) return fields
  return { ...fields, events: events.flatMap(event => (isFields(event) ? (eventOf(event) ?? []) : [event])) }
}

export function withEvents(fields: Fields, events: readonly Fields[]): Fields {
  if (events.length === 0) return fields
  const own = Array.isArray(fields.events) ? fields.events : []
  return { ...fields, events: [...own, ...events] }
}

export interface EventCounts {
  /** Rows that are calls such as `identify`. */
  calls: number
  /** Rows that name no lead. */
  withoutLead: number
  /** Events of leads. */
  total: number
}

/** The rows that are events of a lead; the others are counted. */
export async function* leadEvents(
  records: AsyncIterable<DataRecord>,
  leadKeys: readonly string[],
  counts: EventCounts,
): AsyncGenerator<LeadEventRow> {
  for await (const { fields } of records) {
    const event = eventOf(fields)
    const lead = event && idOf(fields, leadKeys)
    if (!event) counts.calls++
    else if (lead === undefined) counts.withoutLead++
    else {
      counts.total++
      yield { lead, event }
    }
  }
}

/** Keys of an events file that may name the lead, where the user names none: the leads' own key unless that is `id`. */
export function eventLeadKeysFor(leadKey: string | undefined): readonly string[] {
  return leadKey === undefined || leadKey === 'id' ? eventLeadKeys : [leadKey, ...eventLeadKeys]
}

/**
 * Rows of an events table: the cells of an event's properties by their types, the others as text. A property that several
 * event types have with different types stays text where the first of them does not take it.
 */
export function eventRows(types: readonly EventType[]): RowReader {
  const byKey = new Map(types.flatMap(type => type.properties.map(property => [property.key, property.type])))
  return header => rowsOf(name => readProperty(byKey, name))(header.map(withoutPrefix))
}

function readProperty(types: ReadonlyMap<string, EventType['properties'][number]['type']>, name: string) {
  const type = types.get(name)
  return (cell: string) => (type ? readCell(type, cell) : cell === '' ? null : cell)
}

/** Flattened tables call a property `properties.path`. */
function withoutPrefix(name: string): string {
  return name.replace(/^properties\./, '')
}
