/** Of which kind the value of a property is, by its name, whatever the type of the event at hand. */
import type { EventType } from '../program.ts'
import { allOf, common, MOMENT, NONE, WRONG } from './kinds.ts'
import { type Reading, spend, tableOf } from './reading.ts'
import { records } from './specs.ts'

type KindsByType = ReadonlyMap<number | undefined, number>

/** Event types may have properties of one name and different kinds: then what reads a property is looked at for each type. */
export function tellApart(cx: Reading): void {
  const types = tableOf('events', cx.content, cx.records) as readonly EventType[]
  const byName = kindsByName(types)
  const isMixed = [...byName.values()].some(kinds => kindOfAll(kinds) === WRONG)
  if (isMixed) cx.types = [...types.keys(), MOMENT]
  spend(byName.size * cx.types.length, cx)
  cx.properties = new Map([...byName].map(([name, kinds]) => [name, isMixed ? apart(kinds, cx) : [kindOfAll(kinds)]]))
}

function kindsByName(types: readonly EventType[]): ReadonlyMap<string, KindsByType> {
  const byName = new Map<string, Map<number, number>>()
  for (const [type, { properties }] of types.entries())
    for (const { name, type: declared } of properties) {
      const kinds = byName.get(name) ?? new Map<number, number>()
      byName.set(name, kinds.set(type, records.get(declared.kind)?.gives as number))
    }
  return byName
}

const kindOfAll = (kinds: KindsByType): number => common(allOf([...kinds.values()]))

/** A type without the property gives none, and neither does the moment of a date. */
const apart = (kinds: KindsByType, { types }: Reading): readonly number[] => types.map(type => kinds.get(type) ?? NONE)
