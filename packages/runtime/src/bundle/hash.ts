import { refuse } from './error.ts'
import { type BundleContent, contentKeys, formatVersion, largest, type Signature } from './format.ts'
import { sha256 } from './sha256.ts'

/** Also in browsers and workers. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/**
 * Canonical JSON (RFC 8785): the content is the only object, all else in it are lists, texts and numbers.
 * @throws BundleError for data that contains itself, is nested too deeply or too large.
 */
export function canonical(content: BundleContent): string {
  return bounded(writtenOut(Object.fromEntries(contentKeys.map(key => [key, content[key]]))))
}

/** @throws BundleError for a text that is too large. */
export function bounded(text: string): string {
  return text.length > largest ? refuse('', `is larger than ${largest / 1e6} million characters`) : text
}

function writtenOut(data: unknown): string {
  try {
    return JSON.stringify(data)
  } catch {
    return refuse('', 'contains itself or is nested too deeply')
  }
}

/** A bundle as it is written: the content is between these. Keys are sorted, as in all canonical JSON. */
export const opening = '{"content":'
export function closing(hash: string, { algorithm, value }: Partial<Signature> = {}): string {
  const signature = algorithm && { algorithm, value }
  return `,${JSON.stringify({ format: formatVersion, hash, merit: 'bundle', signature }).slice(1)}\n`
}

/** Of canonical text, which is well-formed: half a surrogate pair stands in it as an escape. */
export function hashOf(canonical: string): string {
  return `sha256-${sha256(new TextEncoder().encode(canonical))}`
}
