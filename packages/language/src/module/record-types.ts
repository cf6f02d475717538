import type { Attribute } from '@merit-lang/runtime'
import { inComment, indented, key as keyText } from './text.ts'
import { valueType } from './value-types.ts'

/** What the data holds under one key: values that the model reads there, or a record that holds them. */
interface Place {
  readonly here: Attribute[]
  readonly inside: Places
}
type Places = Map<string, Place>

/** The record in which these attributes stand under their keys; a dotted key is a path. */
export function recordType(attributes: readonly Attribute[]): string {
  return record(placesOf(attributes))
}

/** The fields of that record, one to a line, without braces. */
export function recordFields(attributes: readonly Attribute[]): string {
  return fields(placesOf(attributes))
}

function placesOf(attributes: readonly Attribute[]): Places {
  const root: Places = new Map()
  const keys = new Set(attributes.map(({ key }) => key))
  for (const attribute of attributes) placeAt(root, pathOf(attribute.key, keys)).here.push(attribute)
  return root
}

/** Where a part of the path is itself a value, no record can stand there: the key is then flat. */
function pathOf(key: string, keys: ReadonlySet<string>): readonly string[] {
  const parts = key.split('.')
  return parts.some((_, i) => i > 0 && keys.has(parts.slice(0, i).join('.'))) ? [key] : parts
}

function placeAt(places: Places, [key = '', ...rest]: readonly string[]): Place {
  const place = places.get(key) ?? { here: [], inside: new Map() }
  places.set(key, place)
  return rest.length > 0 ? placeAt(place.inside, rest) : place
}

function record(places: Places): string {
  return places.size > 0 ? `{\n${indented(fields(places))}\n}` : '{}'
}

function fields(places: Places): string {
  return [...places].map(([key, place]) => `${comment(key, place)}${field(key, place)}`).join('\n')
}

function field(key: string, place: Place): string {
  const type = [...place.here.map(valueType), ...(place.inside.size > 0 ? [record(place.inside)] : [])]
  const whole = type.length === 1 ? type[0] : type.map(one => `(${one})`).join(' & ')
  return isRequired(place) ? `${keyText(key)}: ${whole}` : `${keyText(key)}?: ${whole} | null`
}

function isRequired({ here, inside }: Place): boolean {
  return here.some(({ required }) => required) || [...inside.values()].some(isRequired)
}

/** The name in the model, where the data has another. */
function comment(key: string, { here }: Place): string {
  const other = here.filter(({ name }) => name !== key && !name.endsWith(`.${key}`))
  return other.length > 0 ? `/** ${inComment(other.map(({ name }) => name).join(', '))} */\n` : ''
}
