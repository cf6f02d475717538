/** What is different in the data that a model reads: attributes, events and their properties, the time zone. */
import { writtenNumber } from '@merit-lang/language'
import { type Attribute, type EventType, fold, type NumberRange, type ValueType } from '@merit-lang/runtime'
import type { Aspect, AspectChange, Change } from './change.ts'
import { inOrder, type Pairs, pairUp } from './pairs.ts'
import type { Versions } from './versions.ts'

export function modelChanges({ programs: [before, after] }: Versions): readonly Change[] {
  const aspects = told('timezone', before.zone.name, after.zone.name)
  return aspects.length === 0 ? [] : [{ kind: 'changed', subject: 'model', name: after.name, within: [], aspects }]
}

/** By name, else by the key in the data. */
export function attributePairs(before: readonly Attribute[], after: readonly Attribute[]): Pairs<Attribute> {
  return pairUp(before, after, [{ key: ({ name }) => name }, { key: ({ key }) => key }])
}

export function attributeChanges({ programs: [before, after] }: Versions): readonly Change[] {
  return fieldChanges(before.attributes, after.attributes, 'attribute', [])
}

export function eventChanges({ programs: [before, after] }: Versions): readonly Change[] {
  const pairs = pairUp(before.events, after.events, [{ key: ({ name }: EventType) => name }])
  return inOrder(before.events, after.events, pairs).flatMap(([one, other]): readonly Change[] => {
    if (one && other) return fieldChanges(one.properties, other.properties, 'property', [other.name])
    return [alone('event', one?.name, other?.name, [])]
  })
}

function fieldChanges(
  before: readonly Attribute[],
  after: readonly Attribute[],
  subject: 'attribute' | 'property',
  within: readonly string[],
): readonly Change[] {
  return inOrder(before, after, attributePairs(before, after)).flatMap(([one, other]): readonly Change[] => {
    if (!one || !other) return [alone(subject, one?.name, other?.name, within)]
    const aspects = fieldAspects(one, other)
    const { name } = other
    if (aspects.length === 0 && one.name === name) return []
    return [{ kind: 'changed', subject, name, ...(one.name !== name && { formerly: one.name }), within, aspects }]
  })
}

function alone(
  subject: Change['subject'],
  before: string | undefined,
  after: string | undefined,
  within: readonly string[],
): Change {
  return { kind: before === undefined ? 'added' : 'removed', subject, name: before ?? after ?? '', within, aspects: [] }
}

function fieldAspects(before: Attribute, after: Attribute): readonly AspectChange[] {
  return [
    ...told('type', typeText(before.type), typeText(after.type)),
    ...valueAspects('values', valuesOf(before.type), valuesOf(after.type)),
    ...told('range', rangeText(before.type), rangeText(after.type)),
    ...valueAspects('unknown', before.unknownIn, after.unknownIn),
    ...told('required', requiredText(before), requiredText(after)),
    ...(before.name === after.name ? told('key', before.key, after.key) : []),
  ]
}

function told(aspect: Aspect, before: string, after: string): readonly AspectChange[] {
  return before === after ? [] : [{ aspect, before, after }]
}

const typeText = (type: ValueType): string =>
  type.kind === 'number' && type.integer ? 'integer' : typeNames[type.kind]

const typeNames = {
  text: 'text',
  boolean: 'boolean',
  date: 'date',
  number: 'number',
  enum: 'one of […]',
  list: 'list',
} satisfies { [K in ValueType['kind']]: string }

const requiredText = ({ required }: Attribute) => (required ? 'required' : 'optional')

const valuesOf = (type: ValueType) => (type.kind === 'enum' || type.kind === 'list' ? type.values : undefined)

/** Only those that the other does not have: of many values few change. */
function valueAspects(
  aspect: Aspect,
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): readonly AspectChange[] {
  const without = (values: readonly string[] = [], others: readonly string[] = []) => {
    const known = new Set(others.map(fold))
    return values.filter(value => !known.has(fold(value))).join(', ')
  }
  if (!before !== !after) return told(aspect, before?.join(', ') ?? 'any', after?.join(', ') ?? 'any')
  const [gone, come] = [without(before, after), without(after, before)]
  if (gone === '' && come === '') return []
  return [{ aspect, ...(gone && { before: gone }), ...(come && { after: come }) }]
}

function rangeText(type: ValueType): string {
  if (type.kind !== 'number' || !type.range) return 'any'
  const { low, high, lowOpen, highOpen }: NumberRange = type.range
  if (low === undefined) return high === undefined ? 'any' : `${highOpen ? '<' : '<='} ${writtenNumber(high)}`
  if (high === undefined) return lowOpen ? `> ${writtenNumber(low)}` : `${writtenNumber(low)}..`
  return `${lowOpen ? '> ' : ''}${writtenNumber(low)}..${highOpen ? '<' : ''}${writtenNumber(high)}`
}
