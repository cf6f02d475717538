/** What two models read of a lead, as one: attributes and properties by their keys in the data, events by their names. */
import type { Attribute, EventType, Program } from '@merit-lang/runtime'
import { asIs, type Listed, NotComparable, type Reading, type SharedField, sharedField } from './fields.ts'

/** Where one side finds what it reads. */
export interface SideSchema {
  /** By the side's own index. */
  readonly attributes: readonly { readonly index: number; readonly read: Reading; readonly listed: Listed }[]
  /** By the side's own index. */
  readonly events: readonly number[]
  /** By name; what is not listed is read as it is. */
  readonly properties: ReadonlyMap<string, Reading>
}

export interface Schema {
  readonly attributes: readonly Attribute[]
  readonly events: readonly EventType[]
  readonly sides: readonly [SideSchema, SideSchema]
}

/** @throws NotComparable where both read the same key as things that have nothing in common. */
export function schemaOf(a: Program, b: Program): Schema {
  const fields = mergedFields(a.attributes, b.attributes)
  const events = mergedEvents(a.events, b.events)
  const sideOf = (side: 0 | 1, program: Program): SideSchema => ({
    attributes: program.attributes.map((_, own) => {
      const index = fields.findIndex(({ from }) => from[side] === own)
      const { readings, listed } = fields[index] as Field
      return { index, read: readings[side], listed: listed[side] }
    }),
    events: program.events.map(({ name }) => events.findIndex(({ type }) => type.name === name)),
    properties: readingsOf(events, side),
  })
  return {
    attributes: fields.map(({ attribute }) => attribute),
    events: events.map(({ type }) => type),
    sides: [sideOf(0, a), sideOf(1, b)],
  }
}

interface Field extends SharedField {
  /** The index on each side. */
  readonly from: readonly [number | undefined, number | undefined]
}

/** What one side alone reads keeps its place behind the other's. */
function mergedFields(a: readonly Attribute[], b: readonly Attribute[]): readonly Field[] {
  const left = new Set(b.keys())
  const ofA = a.map((attribute, index): Field => {
    const partner = [...left].find(one => b[one]?.key === attribute.key)
    if (partner === undefined) return { ...alone(attribute), from: [index, undefined] }
    left.delete(partner)
    return { ...sharedField(attribute, b[partner] as Attribute), from: [index, partner] }
  })
  const ofB = [...left].map((index): Field => ({ ...alone(b[index] as Attribute), from: [undefined, index] }))
  return [...ofA, ...ofB]
}

function alone(attribute: Attribute): SharedField {
  return { attribute, readings: [asIs, asIs], listed: [undefined, undefined] }
}

interface MergedEvent {
  readonly type: EventType
  readonly fields: readonly Field[]
}

function mergedEvents(a: readonly EventType[], b: readonly EventType[]): readonly MergedEvent[] {
  const names = [...new Set([...a, ...b].map(({ name }) => name))]
  return names.map(name => {
    const [one, other] = [a, b].map(types => types.find(type => type.name === name)?.properties ?? [])
    const fields = mergedFields(one ?? [], other ?? [])
    const properties = fields.flatMap(propertiesOf(one ?? [], other ?? []))
    refuse(properties, fields, name)
    return { type: { name, properties }, fields }
  })
}

function refuse(properties: readonly Attribute[], fields: readonly Field[], event: string): void {
  const twice = properties.find((one, i) => properties.findIndex(({ name }) => name === one.name) !== i)
  const listed = fields.find(field => field.listed.some(values => values))?.attribute
  if (twice) throw new NotComparable(`\`${twice.name}\` of \`${event}\` does not have the same key in the data`)
  if (listed) throw new NotComparable(`\`${listed.name}\` of \`${event}\` does not have the same values`)
}

/** A property that the sides call differently is there under both names. */
function propertiesOf(a: readonly Attribute[], b: readonly Attribute[]) {
  return ({ attribute, from: [inA, inB] }: Field): readonly Attribute[] => {
    const names = new Set([a[inA ?? -1]?.name, b[inB ?? -1]?.name].filter(name => name !== undefined))
    return [...names].map(name => ({ ...attribute, name }))
  }
}

/** Expressions name properties whatever the event: one name is read in one way. */
function readingsOf(events: readonly MergedEvent[], side: 0 | 1): ReadonlyMap<string, Reading> {
  const readings = new Map<string, Reading>()
  const written = new Map<string, string>()
  for (const { attribute, readings: found } of events.flatMap(({ fields }) => fields)) {
    const text = JSON.stringify(found[side]({ op: 'property', name: attribute.name }))
    if ((written.get(attribute.name) ?? text) !== text)
      throw new NotComparable(`the property \`${attribute.name}\` has other values in one event than in another`)
    written.set(attribute.name, text)
    readings.set(attribute.name, found[side])
  }
  return readings
}
