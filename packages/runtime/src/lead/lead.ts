import type { Program, Value } from '../program.ts'
import type { Issue } from '../result.ts'
import { readEvents, readId } from './events.ts'
import { shown } from './messages.ts'
import { asObject, lookUp, own } from './own.ts'
import { type Reading, readValue } from './values.ts'

/** A lead as a program reads it. */
export interface Lead {
  readonly id: string | null
  /** By the index of the attribute. */
  readonly attributes: readonly Value[]
  /** In order, each once; also those after the instant for which the lead will be scored. */
  readonly events: readonly LeadEvent[]
  readonly issues: readonly Issue[]
}

export interface LeadEvent {
  /** The index of the event type; -1 for the moment of a date. */
  readonly type: number
  /** The type's name; for a moment the attribute's. */
  readonly name: string
  readonly at: number
  readonly id: string | null
  /** The order within an instant. */
  readonly rank: number
  /** By the name in the model. */
  readonly properties: ReadonlyMap<string, Value>
}

/**
 * Reads a lead's data (parsed JSON: attributes, with `events` and perhaps `id`) as the program declares it. Whatever does
 * not fit is unknown, or an event that does not count, and listed in `issues`. Never throws, whatever the data.
 */
export function readLead(program: Program, data: unknown, options: { readonly id?: string } = {}): Lead {
  const issues: Issue[] = []
  const reading: Reading = { zone: program.zone, report: issue => issues.push(issue) }
  const object = asObject(data)
  if (!object) issues.push(notAnObject(data))
  return {
    id: options.id ?? readId(own(object, 'id')),
    attributes: program.attributes.map(it => (object ? readValue(it, lookUp(object, it.key), it.name, reading) : null)),
    events: readEvents(program, own(object, 'events'), reading),
    issues,
  }
}

function notAnObject(data: unknown): Issue {
  const message = `The lead is ${shown(data)}, but should be an object of attributes. Everything about it is unknown.`
  return { code: 'not-an-object', path: '', message }
}
