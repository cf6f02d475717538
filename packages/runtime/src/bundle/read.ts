/** From a bundle to the program in it. */
import { BundleError, refuse } from './error.ts'
import { type Bundle, contentKeys, formatVersion, type Signature } from './format.ts'
import { bounded, canonical, hashOf } from './hash.ts'
import { verifyHash } from './keys.ts'
import { requireTexts, type Unpacked, unpack } from './unpack.ts'

export interface OpenedBundle extends Unpacked {
  readonly hash: string
  readonly signature?: Signature
}

/**
 * Opens a bundle: its text, or what `JSON.parse` or an import made of it. Its hash is verified, and every promise of
 * `Program` is checked, in time and memory that the bundle's size bounds. Equal parts of the program come back as one object.
 * @throws BundleError
 */
export function readBundle(bundle: unknown): OpenedBundle {
  const { content, hash, signature } = envelopeOf(typeof bundle === 'string' ? parsed(bundle) : bundle)
  if (hashOf(canonical(content)) !== hash)
    refuse('', 'was changed after it was built, or damaged: its content does not have the hash that it names')
  return { ...unpack(content), hash, signature }
}

/**
 * The same, where the bundle must have been signed: `publicKey` is the PEM text of an Ed25519 key.
 * @throws BundleError also where it was not signed with the key's other half; KeyError where the key cannot be used.
 */
export async function readSignedBundle(bundle: unknown, publicKey: string): Promise<OpenedBundle> {
  const opened = readBundle(bundle)
  await verifyHash(opened.hash, opened.signature, publicKey)
  return opened
}

function parsed(text: string): unknown {
  const json = bounded(text).replace(/^\uFEFF/, '')
  try {
    return JSON.parse(json)
  } catch {
    // What the engine says of it differs from engine to engine, and quotes the text.
    throw new BundleError('The bundle is no JSON, or was cut short.')
  }
}

function envelopeOf(raw: unknown): Bundle {
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
