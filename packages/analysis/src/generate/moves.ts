/** Leads that differ from a lead in one thing. */
import type { Witness } from '../claims.ts'
import type { Pool } from './pool.ts'

export type Data = Readonly<Record<string, unknown>>

export interface LeadData {
  readonly attributes: Data
  readonly events: readonly Data[]
}

export function partsOf({ lead }: Witness): LeadData {
  const { events = [], ...attributes } = lead as { events?: readonly Data[] }
  return { attributes, events }
}

export function leadOf({ attributes, events }: LeadData): Data {
  return events.length > 0 ? { ...attributes, events } : attributes
}

/** What leads of a pool are made of. */
export interface Parts {
  readonly attributes: readonly (readonly [key: string, value: unknown])[]
  readonly events: readonly Data[]
}

/** Of those that are scored at the instant, since dates and times of events are absolute. */
export function partsIn({ samples }: Pool, now: number): Parts {
  const attributes = new Map<string, readonly [string, unknown]>()
  const events = new Map<string, Data>()
  for (const { witness } of samples) {
    if (witness.now !== now) continue
    const parts = partsOf(witness)
    for (const entry of Object.entries(parts.attributes)) attributes.set(JSON.stringify(entry), entry)
    for (const event of parts.events) events.set(JSON.stringify(event), event)
  }
  return { attributes: [...attributes.values()], events: [...events.values()] }
}

/** One part of a lead: an attribute, by its key, or an event. */
type Part = string | Data

export function withouts({ attributes, events }: LeadData): readonly Part[] {
  return [...events, ...Object.keys(attributes)]
}

export function without({ attributes, events }: LeadData, part: Part): LeadData {
  if (typeof part !== 'string') return { attributes, events: events.filter(event => event !== part) }
  const { [part]: _, ...rest } = attributes
  return { attributes: rest, events }
}

/** Without one of its parts, or with one of the pool's. */
export function* moves(lead: LeadData, parts: Parts): Generator<LeadData> {
  for (const part of withouts(lead)) yield without(lead, part)
  const { attributes, events } = lead
  for (const [key, value] of parts.attributes)
    if (attributes[key] !== value) yield { attributes: { ...attributes, [key]: value }, events }
  for (const event of parts.events) yield { attributes, events: [...events, event] }
}
