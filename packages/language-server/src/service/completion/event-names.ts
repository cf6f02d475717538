/** Names of events and of their properties. */
import { calendarTypes, type Frame, type Type, writtenName } from '@merit-lang/language'
import { describe, typeText } from '../describe/symbols.ts'
import { propertiesOf } from '../known.ts'
import { type Completion, completion, ranks } from './item.ts'
import { isTyped, type Situation } from './situation.ts'
import { itemOf, settled, writtenPath } from './symbols.ts'

export function events(situation: Situation, frame: Frame): readonly Completion[] {
  const found = [...situation.known.events.values()].filter(({ span }) => !isTyped(situation, span))
  const isData = frame.rule === 'eventLine'
  const dates = isData ? [] : settled(situation).filter(one => one.kind === 'attribute' && one.type.kind === 'date')
  return [
    ...found
      .filter(({ kind }) => !isData || kind === 'event')
      .map(symbol =>
        completion(symbol.name, 'event', ranks.best, {
          insert: writtenName(symbol.name),
          detail: symbol.kind === 'event' ? 'event' : 'derived event',
          documentation: () => describe(symbol),
        }),
      ),
    ...dates.map(symbol => itemOf(symbol, ranks.fair)),
  ]
}

interface OfProperty extends Completion {
  readonly of: Type
}

/** The primary one first, then what every event has. `suffix`: what is written behind. */
export function propertyNames({ known }: Situation, event: string | undefined, suffix = ''): readonly OfProperty[] {
  if (event === undefined) return []
  const properties = propertiesOf(known, event).map(symbol => ({
    ...completion(symbol.name, 'property', ranks.best, {
      insert: `${writtenPath(symbol.name)}${suffix}`,
      detail: typeText(symbol.type),
      documentation: () => describe(symbol, { owner: event }),
    }),
    of: symbol.type,
  }))
  if (suffix !== '') return properties
  const times = [...calendarTypes].map(([name, type]) => ({
    ...completion(name, 'property', ranks.fair, { detail: `${typeText(type)}, of every event` }),
    of: type,
  }))
  return [...properties, ...times.filter(({ label }) => !properties.some(one => one.label === label))]
}

/** Those of all events: which one it will be stands behind the cursor, if at all. */
export function anyProperties(situation: Situation): readonly Completion[] {
  const all = [...situation.known.events.keys()].flatMap(event => propertyNames(situation, event))
  return [...new Map(all.map(item => [item.label, item])).values()]
}
