import { formatTyped } from '../format.ts'
import type { Run } from '../kernel/scope.ts'
import type { LeadEvent } from '../lead/lead.ts'
import type { OnEvents } from '../program.ts'
import type { CountedEvent, DroppedEvent, EventRef, RuleExplanation } from '../result.ts'
import type { EventWorth, RuleWorth } from '../scoring/rule.ts'
import { formatInstant } from '../time/instant.ts'

/** Of a rule on events: those that counted, and those that a modifier dropped. */
export function explainEvents({ applies, events = [] }: RuleWorth, on: OnEvents, run: Run): RuleExplanation['events'] {
  return {
    counted: events.map(event => countedEvent(event, run)),
    dropped: applies ? droppedEvents(on, run) : [],
    ...(on.decay && { decay: on.decay.text }),
  }
}

function countedEvent({ event, age, taken, raw, points }: EventWorth, run: Run): CountedEvent {
  const worth = { raw: Number(raw) / 1e9, points: Number(points) / 1e9 }
  return { ...refTo(event, run), age, ...(taken?.text && { case: taken.text }), ...worth }
}

/** What each step left of the one before, by the step that dropped it. */
function droppedEvents({ steps }: OnEvents, run: Run): DroppedEvent[] {
  return steps.slice(1).flatMap(({ text, set }, i) => {
    const left = new Set(run.events(set))
    const before = run.events((steps[i] as OnEvents['steps'][number]).set)
    return before.filter(event => !left.has(event)).map(event => ({ ...refTo(event, run), by: text }))
  })
}

function refTo({ type, name, at, id, properties }: LeadEvent, run: Run): EventRef {
  const declared = run.program.events[type]?.properties ?? []
  const known = declared.flatMap(property => {
    const value = properties.get(property.name) ?? null
    return value === null ? [] : [[property.name, formatTyped(value, property.type)] as const]
  })
  return { type: name, at: formatInstant(at), id, properties: Object.fromEntries(known) }
}
