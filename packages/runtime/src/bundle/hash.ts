import { refuse } from './error.ts'
import { type BundleContent, contentKeys, largest } from './format.ts'
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

/** Of canonical text, which is well-formed: half a surrogate pair stands in it as an escape. */
export function hashOf(canonical: string): string {
  return hashOfBytes(bytesOf(canonical))
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function hashOfBytes(bytes: Uint8Array): string {
  return `sha256-${sha256(bytes)}`
}
