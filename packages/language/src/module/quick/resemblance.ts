import { type Attribute, fold } from '@merit-lang/runtime'

/**
 * A test that every spelling of a folded value of an enum passes, and few of its other values: the length, which letter case
 * does not change, and the one letter that tells most of them apart.
 */
export function resemblance(value: string, { type }: Attribute): string {
  const values = type.kind === 'enum' ? (type.values ?? []).map(fold) : []
  const alike = values.filter(other => other.length === value.length)
  const places = Array.from(value, (_, place) => place).filter(place => PLAIN.test(value.charAt(place)))
  const [best] = places.sort((a, b) => sharing(a, value, alike) - sharing(b, value, alike))
  const isAsLong = `raw.length === ${value.length}`
  return best === undefined ? isAsLong : `(${isAsLong} && (raw.charCodeAt(${best}) | 32) === ${value.charCodeAt(best)})`
}

/** Letters that are the lower case of their ASCII capital alone: K is also the Kelvin sign's, and I that of a dotted capital. */
const PLAIN = /^[a-hjl-z]$/

function sharing(place: number, value: string, others: readonly string[]): number {
  return others.filter(other => other.charAt(place) === value.charAt(place)).length
}
