/** Of which kind the value of a property is, by its name, whatever the type of the event at hand. */
import type { EventType } from '../program.ts'
import { allOf, common, NONE, WRONG } from './kinds.ts'
import type { Kinds } from './nodes.ts'
import { records } from './records.ts'

/** Event types may have properties of one name and different kinds. */
export function propertyKinds(events: readonly EventType[]): ReadonlyMap<string, Kinds> {
  const byName = new Map<string, number[]>()
  for (const [type, { properties }] of events.entries())
    for (const { name, type: declared } of properties) {
      const kinds = byName.get(name) ?? []
      kinds[type] = records.get(declared.kind)?.gives as number
      byName.set(name, kinds)
    }
  return new Map([...byName].map(([name, kinds]) => [name, together(kinds, events.length)]))
}

/** A type without the property gives none, and neither does the moment of a date, which stands after all types. */
function together(kinds: readonly number[], types: number): Kinds {
  const one = common(allOf(kinds))
  return one === WRONG ? Array.from({ length: types + 1 }, (_, type) => kinds[type] ?? NONE) : one
}
