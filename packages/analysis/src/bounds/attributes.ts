import {
  anything,
  between,
  consensus,
  type Enclosure,
  highest,
  lowest,
  mayBeUnknown,
  type Truth,
} from '@merit-lang/runtime/reference'
import type { EventClass } from '../space/space.ts'
import { meet, oneOf } from './choice.ts'
import { numbered, type View } from './view.ts'

/** From the first instant of the year 0001 to the last of 9999, in milliseconds: no event is older. */
const LONGEST = 315_537_897_599_999

/** What the classes that are left of its variables leave of an attribute. */
export function attributeOf(index: number, view: View): Enclosure {
  return numbered(view.answers.attributes, index, () => {
    const variables = view.space.variablesOf[index] ?? []
    return variables.length === 0 ? anything : variables.map(variable => leftOf(variable, view)).reduce(meet)
  })
}

function leftOf(variable: number, { space, box }: View): Enclosure {
  const { classes = [] } = space.variables[variable] ?? {}
  return oneOf((box.classes[variable] ?? []).map(index => classes[index]?.value ?? null))
}

/** Unknown where the event's type has none of that name. */
export function propertyOf(name: string, event: EventClass | undefined, { space }: View): Enclosure {
  const type = space.program.events[event?.type ?? -1]
  if (!event || !type?.properties.some(property => property.name === name)) return null
  const found = event.properties.get(name)
  return found ? found.value : anything
}

export function ageOf({ youngest, oldest }: EventClass): Enclosure {
  return between(youngest, Math.min(oldest, Math.max(LONGEST, youngest)))
}

export function momentOf({ youngest, oldest }: EventClass): Enclosure {
  return between(-Math.min(oldest, Math.max(LONGEST, youngest)), -youngest)
}

/** Whether the date of an attribute is such that its moment is of this class: it is, for all classes of some variable of it; or for none. */
export function happens(attribute: number, { youngest, oldest }: EventClass, { space, box }: View): Truth {
  let found: Truth
  for (const variable of space.variablesOf[attribute] ?? []) {
    const classes = space.variables[variable]?.classes ?? []
    const truths = (box.classes[variable] ?? []).map(index =>
      isWithin(classes[index]?.value ?? null, -oldest, -youngest),
    )
    if (truths.every(truth => truth === false)) return false
    if (truths.every(truth => truth === true)) found = true
  }
  return found
}

function isWithin(date: Enclosure, from: number, to: number): Truth {
  if (date === null) return false
  const inside = !mayBeUnknown(date) && from <= lowest(date) && highest(date) <= to
  return consensus(inside, lowest(date) <= to && from <= highest(date))
}
