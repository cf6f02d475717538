/**
 * Keys that the model reads and the data does not have: the attribute is unknown for every lead, and without these notes
 * nothing would say so.
 */
import type { Attribute } from '@merit-lang/runtime'

/** A key of the data that the attribute's key only resembles. Keys are compared letter by letter. */
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

/** How many missing columns are named. */
const shown = 12

/** For a table, whose header names all keys that any lead can have. */
export function missingNote(attributes: readonly Attribute[], columns: readonly string[]): string | undefined {
  const alike = new Set(misnamed(attributes, columns).map(({ attribute }) => attribute))
  const missing = attributes.filter(attribute => !alike.has(attribute) && !columns.includes(attribute.key))
  if (missing.length === 0) return undefined
  const more = missing.length > shown ? ` and ${missing.length - shown} more` : ''
  const keys =
    missing
      .slice(0, shown)
      .map(({ key }) => `\`${key}\``)
      .join(', ') + more
  return missing.length === 1
    ? `there is no column ${keys}, which the model reads; it is unknown for every lead.`
    : `there are no columns ${keys}, which the model reads; they are unknown for every lead.`
}
