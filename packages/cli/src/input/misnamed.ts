/**
 * Keys of the data that an attribute's key only resembles. Keys are compared letter by letter, so that the attribute would be
 * unknown for every lead, and nothing would say so.
 */
import type { Attribute } from '@merit-lang/runtime'

export interface Misnamed {
  readonly attribute: Attribute
  /** The key that the data has. */
  readonly key: string
}

/** `Annual Revenue`, `annual_revenue` and `annualRevenue` are alike. */
const bare = (key: string) => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

export function misnamed(attributes: readonly Attribute[], keys: readonly string[]): Misnamed[] {
  const wanted = new Set(attributes.map(({ key }) => key))
  const spare = new Map(keys.filter(key => !wanted.has(key)).map(key => [bare(key), key]))
  return attributes.flatMap(attribute => {
    const key = keys.includes(attribute.key) ? undefined : spare.get(bare(attribute.key))
    return key === undefined ? [] : [{ attribute, key }]
  })
}

export function misnamedNote({ attribute, key }: Misnamed): string {
  const { name } = attribute
  return `the data has \`${key}\`, but the model reads \`${attribute.key}\`, letter by letter. Declare \`${name}\` with \`from "${key}"\`, or rename it in the data.`
}
