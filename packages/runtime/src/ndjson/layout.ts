/** Where each key of a lead and of its events leads to. */

import type { Zone } from '../program.ts'
import { Keys, type Meaning } from './keys.ts'
import { Slot } from './slots.ts'
import type { LeadTable, Rows } from './table.ts'

export interface Layout {
  readonly slots: readonly Slot[]
  readonly keys: Keys
}

const slotsOf = (rows: Rows, zone: Zone, areAttributes: boolean): readonly Slot[] =>
  rows.fields.map(field => new Slot(field, zone, areAttributes))

type Meanings = Map<string, Meaning>
const odd: Meaning = { role: 'odd' }

/** @param idKeys under which a lead's id may stand, the first of them first */
export function leadLayout(table: LeadTable, zone: Zone, idKeys: readonly string[]): Layout {
  const slots = slotsOf(table.leads, zone, true)
  const meanings = withSlots(new Map([['events', { role: 'events' }]]), slots)
  for (const [rank, key] of idKeys.entries()) meanings.set(key, { role: 'other', ...meanings.get(key), rank })
  return { slots, keys: new Keys(meanings) }
}

/** @param oddKeys where an event has one of them, its lead is read the slow way */
export function eventLayout(rows: Rows, zone: Zone, oddKeys: readonly string[]): Layout {
  const slots = slotsOf(rows, zone, false)
  const inside = new Keys(withSlots(new Map(), slots))
  const meanings = withSlots(ownKeys(inside), slots.filter(mayStandBeside))
  for (const key of oddKeys) meanings.set(key, odd)
  return { slots, keys: new Keys(meanings) }
}

function mayStandBeside({ field }: Slot): boolean {
  return !['type', 'at', 'properties'].includes(field.attribute.key)
}

/** For events of types that the model does not know: nothing of them counts, but a second type would. */
export const strangerKeys = (): Keys => new Keys(new Map([['type', { role: 'type' }]]))

export const typeKeys = (): Keys =>
  new Keys(
    new Map([
      ['type', { role: 'type' }],
      ['event', { role: 'event' }],
    ]),
  )

function ownKeys(inside: Keys): Meanings {
  return new Map<string, Meaning>([
    ['type', { role: 'type' }],
    ['event', { role: 'event' }],
    ['at', { role: 'at' }],
    ['timestamp', { role: 'timestamp' }],
    ['id', { role: 'id' }],
    ['messageId', { role: 'messageId' }],
    ['properties', { role: 'record', inside }],
  ])
}

/** Each slot under its flat key, and at the end of its path. A key that means several things is odd. */
function withSlots(meanings: Meanings, slots: readonly Slot[]): Meanings {
  const paths = slots.map((slot): Path => ({ slot, rest: slot.field.attribute.key.split('.') }))
  const flat = slots.map((slot): Path => ({ slot, rest: [slot.field.attribute.key] }))
  const found = meaningsOf([...flat, ...paths.filter(({ rest }) => rest.length > 1)])
  for (const [key, meaning] of found) meanings.set(key, meanings.has(key) ? odd : meaning)
  return meanings
}

/** What of a slot's path is still to go. */
interface Path {
  readonly slot: Slot
  readonly rest: readonly string[]
}

function meaningsOf(paths: readonly Path[]): Meanings {
  const groups = new Map<string, Path[]>()
  for (const path of paths) {
    const first = path.rest[0] as string
    groups.set(first, [...(groups.get(first) ?? []), path])
  }
  return new Map([...groups].map(([key, group]) => [key, meaningOf(group)]))
}

function meaningOf(group: readonly Path[]): Meaning {
  const [first] = group
  if (first && group.length === 1 && first.rest.length === 1) return { role: 'value', slot: first.slot }
  if (group.some(({ rest }) => rest.length === 1)) return odd
  return {
    role: 'record',
    inside: new Keys(meaningsOf(group.map(({ slot, rest }) => ({ slot, rest: rest.slice(1) })))),
  }
}
