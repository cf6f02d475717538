/** What is around the content of a bundle. */
import { BundleError, refuse } from './error.ts'
import { type Bundle, contentKeys, formatVersion } from './format.ts'
import { bounded } from './hash.ts'
import { requireTexts } from './unpack.ts'

/** @throws BundleError */
export function parsed(text: string): unknown {
  const json = bounded(text).replace(/^\uFEFF/, '')
  try {
    return JSON.parse(json)
  } catch {
    // What the engine says of it differs from engine to engine, and quotes the text.
    throw new BundleError('The bundle is no JSON, or was cut short.')
  }
}

/** @throws BundleError where it is no bundle, or one of another format. Of the content only its keys are looked at. */
export function envelopeOf(raw: unknown): Bundle {
  const { merit, format } = (raw ?? {}) as Partial<Record<keyof Bundle, unknown>>
  if (merit !== 'bundle') throw new BundleError('This is no Merit bundle: merit build MODEL writes one.')
  if (Number.isSafeInteger(format) && (format as number) > formatVersion)
    refuse('', `has format ${format}, which a newer version of Merit made: update Merit`)
  if (format !== formatVersion) refuse('format', `should be ${formatVersion}`)
  const { signature, content } = raw as Bundle
  requireKeys(raw, ['content', 'format', 'hash', 'merit'], '', 'signature')
  requireKeys(content, contentKeys, 'content')
  if (signature !== undefined) {
    requireKeys(signature, ['algorithm', 'value'], 'signature')
    requireTexts(Object.values(signature), 'signature')
  }
  return raw as Bundle
}

/** That it is an object with these keys and no others. */
function requireKeys(raw: unknown, keys: readonly string[], where: string, optional?: string): void {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) refuse(where, 'should be an object')
  const missing = keys.find(key => !Object.hasOwn(raw, key))
  if (missing !== undefined) refuse(where, `has no \`${missing}\``)
  const unknown = Object.keys(raw).find(key => !keys.includes(key) && key !== optional)
  if (unknown !== undefined) refuse(where, `has ${JSON.stringify(unknown)}, which nothing reads`)
}
