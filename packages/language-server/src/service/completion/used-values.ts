/** Values of what no declaration gives any: those that the rest of the model compares it with. */
import { propertiesOf } from '../known.ts'
import type { Entity } from '../occurrences.ts'
import { valuesIn } from '../occurrences.ts'
import { isTyped, type Situation } from './situation.ts'

/** In the order of their first use. `event`: whose property the name may be. */
export function usedValues(situation: Situation, written: string, event: string | undefined): readonly string[] {
  const name = written.replaceAll('`', '')
  const used = valuesIn(situation.known.understood, ownersOf(situation, name, event))
  return [...new Set(used.flatMap(({ entity, span }) => (isTyped(situation, span) ? [] : entity.name)))]
}

function ownersOf({ known }: Situation, name: string, event: string | undefined): readonly Entity[] {
  const isProperty = event !== undefined && propertiesOf(known, event).some(one => one.name === name)
  if (!isProperty) return [{ kind: 'attribute', name: name.replace(/^lead\./, '') }]
  const symbol = known.events.get(event)
  const types = symbol?.kind === 'derived' ? symbol.types : symbol ? [symbol] : []
  return types.map(type => ({ kind: 'property', name, owner: { kind: 'event', name: type.name } }))
}
