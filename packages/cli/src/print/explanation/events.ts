/** The events of a rule: those that counted with their points, those that a modifier dropped. */
import type { CountedEvent, DroppedEvent, EventRef, RuleExplanation } from '@merit-lang/runtime'
import { counted, duration, grouped, rounded, signed } from '../numbers.ts'
import { onOneLine, shorten } from '../paint.ts'
import { renderTable } from '../table.ts'
import { firstOf, type Layout } from './layout.ts'
import { dayAndTime, valueIn } from './times.ts'

const mostCounted = 6
const mostDropped = 3

export function eventLines({ events }: RuleExplanation, layout: Layout): string[] {
  if (!events) return []
  const kept = firstOf([...events.counted].reverse(), mostCounted, layout)
  const { shown, rest } = firstOf(latestFirst(events.dropped), mostDropped, layout)
  const rows = [...kept.shown.map(event => countedRow(event, layout)), ...shown.map(event => droppedRow(event, layout))]
  const columns = (['left', 'right', 'left', 'left'] as const).map(align => ({ title: '', align }))
  const table = renderTable(columns, rows, layout.paint)
  return [...table.map(layout.paint.dim), ...moreCounted(kept.rest, layout), ...moreDropped(rest, layout)]
}

function latestFirst(events: readonly DroppedEvent[]): DroppedEvent[] {
  return [...events].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}

function countedRow(event: CountedEvent, layout: Layout): string[] {
  const { raw, points } = event
  const worth = raw === points ? signed(points) : `${signed(raw)} → ${rounded(points)}`
  return [dayAndTime(event.at, layout.zone), `${duration(event.age)} ago`, worth, about(event, layout, event.case)]
}

function droppedRow(event: DroppedEvent, layout: Layout): string[] {
  return [dayAndTime(event.at, layout.zone), '', 'dropped', `by \`${event.by}\`  ${about(event, layout)}`]
}

function about({ type, properties }: EventRef, { width, zone }: Layout, which?: string): string {
  const named = Object.entries(properties).filter(([, value]) => value !== 'unknown')
  const all = named.map(([name, value]) => `${name} ${valueIn(zone, value)}`).join(', ')
  const text = which === undefined ? `${type} ${all}` : `${which}: ${type} ${all}`
  return shorten(onOneLine(text).trim(), Math.max(20, width - 62))
}

function moreCounted(rest: readonly CountedEvent[], { paint }: Layout): string[] {
  if (rest.length === 0) return []
  const points = rest.reduce((sum, event) => sum + event.points, 0)
  return [paint.dim(`and ${counted(rest.length, 'earlier event')}, together ${signed(points)}`)]
}

function moreDropped(rest: readonly DroppedEvent[], { paint }: Layout): string[] {
  if (rest.length === 0) return []
  const by = [...new Set(rest.map(event => `\`${event.by}\``))].join(', ')
  return [paint.dim(`and ${grouped(rest.length)} more dropped by ${by}`)]
}
