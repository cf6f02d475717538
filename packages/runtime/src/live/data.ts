/** A state as data of a lead, for the residual program to score. */
import type { LeadEvent } from '../lead/lead.ts'
import type { Attribute, Program, Value } from '../program.ts'

/** The key of an attribute of a residual program, by its place. */
export function keyAt(place: number): string {
  return `v${place}`
}

export function dataOf({ attributes, events }: Program, values: readonly Value[], happened: readonly LeadEvent[]) {
  const data: Record<string, unknown> = {}
  for (let i = 0; i < attributes.length; i++) data[keyAt(i)] = written(attributes[i] as Attribute, values[i] ?? null)
  data.events = happened.map(event => eventData(events, event))
  return data
}

function eventData(events: Program['events'], { type, name, at, id, properties }: LeadEvent) {
  const declared = (events[type] as Program['events'][number]).properties
  const values = declared.map(one => [one.key, written(one, properties.get(one.name) ?? null)])
  return { type: name, at: new Date(at), id, properties: Object.fromEntries(values) }
}

/** Instants are written as such: a number is no date. */
function written({ type }: Attribute, value: Value): unknown {
  return type.kind === 'date' && value !== null ? new Date(value as number) : value
}
