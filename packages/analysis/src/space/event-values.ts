/** Events of a class as data. */
import type { Value } from '@merit-lang/runtime'
import type { Way } from './event-groups.ts'
import type { EventPart, Property, Side } from './event-sides.ts'

/** Values of the properties, by name. */
export type Values = Readonly<Record<string, Value>>

/** So many ways of a class are shown. */
const SHOWN = 16

/** The plainest first. `open`: properties that may be anything. */
export function valuesOf(ways: readonly Way[], sides: readonly Side[], open: readonly Property[]): readonly Values[] {
  const properties = [...new Set(sides.flatMap(({ property }) => property ?? []))]
  const free = open.map(property => [property, anyOf(property)] as const)
  return ways.slice(0, SHOWN).flatMap(way => {
    const chosen = properties.map(property => [property, valuesIn(property, sides, way)] as const)
    return variants([...chosen, ...free])
  })
}

function valuesIn(property: Property, sides: readonly Side[], way: Way): readonly Value[] {
  const picks = sides.flatMap((side, i) =>
    side.property === property ? [side.classes.indexOf(way[i] as EventPart)] : [],
  )
  return property.domain.valuesIn(picks)
}

/** One value of each class, those of other groups being what they are first. */
function anyOf({ domain }: Property): readonly Value[] {
  const { groups, valuesIn } = domain
  const picks = groups.flatMap(({ classes }, group) =>
    classes.map((_, pick) => groups.map((_, i) => (i === group ? pick : 0))),
  )
  return picks.flatMap(pick => valuesIn(pick).slice(0, 1))
}

/** The first value of each property, then each of the others in its place. */
function variants(properties: readonly (readonly [Property, readonly Value[]])[]): readonly Values[] {
  if (properties.some(([, values]) => values.length === 0)) return []
  const plain = Object.fromEntries(properties.map(([{ attribute }, [first = null]]) => [attribute.name, first]))
  const others = properties.flatMap(([{ attribute }, [, ...values]]) =>
    values.map(value => ({ ...plain, [attribute.name]: value })),
  )
  return [plain, ...others]
}
