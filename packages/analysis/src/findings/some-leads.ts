/** Leads that searches found on the way: whatever one of them shows need not be searched for. */
import { type Run, readLead, runOf } from '@merit-lang/runtime/reference'
import type { Witness } from '../claims.ts'
import type { Steps } from '../steps.ts'
import type { Findings } from './finding.ts'
import { thresholdsOf } from './thresholds.ts'

const known = new WeakMap<Findings, readonly Run[]>()

/** On both sides of all thresholds, and between. */
export function* someLeads(cx: Findings): Steps<readonly Run[]> {
  const found = known.get(cx) ?? (yield* collected(cx))
  known.set(cx, found)
  return found
}

function* collected(cx: Findings): Steps<readonly Run[]> {
  const leads: Witness[] = []
  for (const threshold of thresholdsOf(cx)) leads.push(...(yield* threshold.leads()))
  return leads.flatMap(thinned).flatMap(runIn(cx))
}

/** None of a lead that has issues without what was left out: what is said is about others. */
export function runIn({ program }: Findings): (witness: Witness) => readonly Run[] {
  return ({ lead: data, now }) => {
    const lead = readLead(program, data)
    return lead.issues.length > 0 ? [] : [runOf(program, lead, now)]
  }
}

/** So many steps lead from all events to none. */
const steps = 10

/** The lead, then with less and less of what it has: attributes after events. */
function thinned({ lead, now }: Witness): readonly Witness[] {
  const { events = [], ...attributes } = lead as { readonly events?: readonly unknown[] }
  const entries = Object.entries(attributes)
  const counts = new Set(Array.from({ length: steps }, (_, i) => Math.ceil((events.length * (steps - i)) / steps)))
  const withFewerEvents = [...counts].map(count => ({ ...attributes, events: events.slice(0, count) }))
  const withFewerAttributes = entries.map((_, i) => Object.fromEntries(entries.slice(i)))
  return [...withFewerEvents, ...withFewerAttributes].map(data => ({ lead: data, now }))
}
