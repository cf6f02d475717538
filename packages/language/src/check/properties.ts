/** A derived event carries the properties of several events: one of a name must be of one kind in all that have it. */
import * as problem from '../diagnostics/check/index.ts'
import { type Checking, say } from './checking.ts'
import type { Property } from './names.ts'
import * as types from './types.ts'

export function checkProperties(cx: Checking): void {
  for (const { name, types: events, span } of cx.names.derived.values()) {
    const seen = new Map<string, Property>()
    for (const property of events.flatMap(({ properties }) => properties)) {
      const before = seen.get(property.name)
      if (!before) seen.set(property.name, property)
      else if (!types.comparable(before.type, property.type)) {
        const kinds = { first: types.nounOf(before.type), second: types.nounOf(property.type) }
        const related = [before, property].map(({ span, type }) => ({ span, message: `${types.nounOf(type)} here` }))
        say(cx, problem.propertyKindsDiffer, span, { event: name, property: property.name, ...kinds }, related)
      }
    }
  }
}
