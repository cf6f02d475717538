/** From a bundle to the program in it. */
import { envelopeOf, parsed } from './envelope.ts'
import { refuse } from './error.ts'
import type { Bundle, Signature } from './format.ts'
import { bounded, bytesOf, canonical, hashOf, hashOfBytes } from './hash.ts'
import { verifyHash } from './keys.ts'
import { type Unpacked, unpack } from './unpack.ts'

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
  return (typeof bundle === 'string' && readAsItStands(bounded(bundle))) || readAnyBundle(bundle)
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

/** As `readBundle`, in less code and more time: the content is written out again to be hashed. */
export function readAnyBundle(bundle: unknown): OpenedBundle {
  const envelope = envelopeOf(typeof bundle === 'string' ? parsed(bundle) : bundle)
  if (hashOf(canonical(envelope.content)) !== envelope.hash)
    refuse('', 'was changed after it was built, or damaged: its content does not have the hash that it names')
  return opened(envelope)
}

const opened = ({ content, hash, signature }: Bundle): OpenedBundle => ({ ...unpack(content), hash, signature })

const head = '{"content":'

/**
 * A text as `writeBundle` writes it holds the bytes that were hashed; nothing for other texts, and where the hash is another.
 * Half a surrogate pair has no bytes of its own.
 */
function readAsItStands(text: string): OpenedBundle | undefined {
  if (!text.startsWith(head) || /\p{Surrogate}/u.test(text)) return undefined
  const bytes = bytesOf(text)
  // For nothing but its speed: while the text is parsed, engines compile what hashes the rest.
  hashOfBytes(bytes.subarray(0, 4096))
  const envelope = envelopeOf(parsed(text))
  const { content, ...others } = envelope
  const tail = `,${JSON.stringify(others).slice(1)}\n`
  const isHashed = text.endsWith(tail) && hashOfBytes(bytes.subarray(head.length, -tail.length)) === envelope.hash
  return isHashed ? opened(envelope) : undefined
}
