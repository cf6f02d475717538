/** No property of an event is named like a part of the time that every event has. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { propertyHidesCalendar } from '../../diagnostics/hints/property-hides-calendar.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

const usual: ReadonlyMap<string, string> = new Map([
  ['at', 'when it happened'],
  ['hour', 'the hour in which it happened'],
  ['day', 'the day on which it happened'],
  ['week', 'the week in which it happened'],
  ['month', 'the month in which it happened'],
  ['weekday', 'the weekday on which it happened'],
])

export const hintPropertyHidesCalendar: Hint = (model, report) => {
  for (const event of nodesOf(model, 'event')) {
    for (const { name } of event.fields ?? []) {
      const hidden = usual.get(name.text)
      if (!hidden) continue
      const params = { property: name.text, event: event.name.text, usual: hidden }
      report(diagnose(propertyHidesCalendar, name.span, params))
    }
  }
}
