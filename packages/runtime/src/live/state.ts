import type { LeadEvent } from '../lead/lead.ts'
import type { Program, Value } from '../program.ts'
import type { Issue } from '../result.ts'
import type { Total } from './totals.ts'

/**
 * What is known of one lead: plain JSON. It belongs to one revision of one model, and is changed in place by the tracker that
 * made it; copy it with `structuredClone`.
 */
export interface LiveState {
  readonly version: 1
  readonly revision: string
  id: string | null
  /** In the order of the model's attributes. */
  attributes: Value[]
  /** What did not fit, with the place of the attribute. */
  attributeIssues: (readonly [attribute: number, issue: Issue])[]
  /** Of events, the latest hundred. */
  eventIssues: Issue[]
  /** How many events were given. */
  given: number
  /** The latest instant (ms) for which a score was asked; null: none was. */
  asked: number | null
  /** Until this instant (ms) events are in the totals and kept only where more of them is needed; null: all are kept. */
  settled: number | null
  /** Of events without an id. */
  totals: Total[]
  /** Events without an id that are kept, in any order. */
  events: Row[]
  /** With more of them than this it is worth the while to settle. */
  limit: number
  /** Events with an id: all are kept, since the same one may come again with an earlier time, and then counts there. */
  named: Row[]
}

/** An event: its type, time (ms), place among all that were given, id, and properties in the order of the model. */
export type Row = readonly [type: number, at: number, place: number, id: string | null, ...properties: Value[]]

const MOST_ISSUES = 100

export function emptyState({ revision, attributes }: Program, limit: number): LiveState {
  return {
    version: 1,
    revision,
    id: null,
    attributes: attributes.map(() => null),
    attributeIssues: [],
    eventIssues: [],
    given: 0,
    asked: null,
    settled: null,
    totals: [],
    events: [],
    limit,
    named: [],
  }
}

export function reportEvents(state: LiveState, issues: readonly Issue[]): void {
  state.eventIssues.push(...issues)
  state.eventIssues.splice(0, state.eventIssues.length - MOST_ISSUES)
}

export function rowOf(event: LeadEvent): Row {
  return [event.type, event.at, event.rank, event.id, ...event.properties.values()]
}

/** The event as it was given: its rank is its place. */
export function eventOf([type, at, rank, id, ...values]: Row, { events }: Program): LeadEvent {
  const { name, properties } = events[type] as Program['events'][number]
  return { type, name, at, id, rank, properties: new Map(properties.map((it, i) => [it.name, values[i] ?? null])) }
}
