/** Of which kind the value of a property is, by its name, whatever the type of the event at hand. */
import type { EventType } from '../program.ts'
import { allOf, common, NONE, WRONG } from './kinds.ts'
import type { Kinds } from './reading.ts'
import { records } from './specs.ts'

/**
 * Event types may have properties of one name and different kinds.
 * @param spend is told of steps beyond those that the number of properties bounds.
 */
export function propertyKinds(
  events: readonly EventType[],
  spend: (steps: number) => void,
): ReadonlyMap<string, Kinds> {
  const byName = new Map<string, Map<number, number>>()
  for (const [type, { properties }] of events.entries())
    for (const { name, type: declared } of properties) {
      const kinds = byName.get(name) ?? new Map<number, number>()
      byName.set(name, kinds.set(type, records.get(declared.kind)?.gives as number))
    }
  return new Map([...byName].map(([name, kinds]) => [name, together(kinds, events.length, spend)]))
}

/** A type without the property gives none, and neither does the moment of a date, which stands after all types. */
function together(kinds: ReadonlyMap<number, number>, types: number, spend: (steps: number) => void): Kinds {
  const one = common(allOf([...kinds.values()]))
  if (one !== WRONG) return one
  spend(types)
  return Array.from({ length: types + 1 }, (_, type) => kinds.get(type) ?? NONE)
}
