/** Ed25519 keys and signatures, by the cryptography that browsers, workers and Node have built in. */
import { BundleError, refuse } from './error.ts'
import type { Signature } from './format.ts'

interface Key {
  readonly type: string
}
type Algorithm = 'Ed25519'
/** The parts of WebCrypto that are used here. */
declare const crypto: {
  readonly subtle: {
    generateKey(algorithm: Algorithm, extractable: true, usages: string[]): Promise<{ privateKey: Key; publicKey: Key }>
    exportKey(format: string, key: Key): Promise<ArrayBuffer>
    importKey(
      format: string,
      bytes: Uint8Array,
      algorithm: Algorithm,
      extractable: boolean,
      usages: string[],
    ): Promise<Key>
    sign(algorithm: Algorithm, key: Key, bytes: Uint8Array): Promise<ArrayBuffer>
    verify(algorithm: Algorithm, key: Key, signature: Uint8Array, bytes: Uint8Array): Promise<boolean>
  }
}
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare function atob(base64: string): string
declare function btoa(bytes: string): string

/** Both as PEM text: PKCS #8 the private one, SPKI the public one. */
export interface KeyPair {
  readonly privateKey: string
  readonly publicKey: string
}

export async function generateKeys(): Promise<KeyPair> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  const [pkcs8, spki] = await Promise.all([
    crypto.subtle.exportKey('pkcs8', privateKey),
    crypto.subtle.exportKey('spki', publicKey),
  ])
  return { privateKey: pemOf('PRIVATE KEY', pkcs8), publicKey: pemOf('PUBLIC KEY', spki) }
}

/** @throws KeyError where the text is no private Ed25519 key. */
export async function signHash(hash: string, privateKey: string): Promise<Signature> {
  const key = await imported('pkcs8', 'PRIVATE KEY', privateKey, 'sign')
  return { algorithm: 'ed25519', value: base64(await crypto.subtle.sign('Ed25519', key, signedBytes(hash))) }
}

/**
 * Passes only where the hash was signed with the key's other half.
 * @throws BundleError where it was not, or not at all; KeyError where the text is no public Ed25519 key.
 */
export async function verifyHash(hash: string, signature: Signature | undefined, publicKey: string): Promise<void> {
  const key = await imported('spki', 'PUBLIC KEY', publicKey, 'verify')
  if (!signature) throw new BundleError('The bundle is not signed, but a signature is required.')
  if (signature.algorithm !== 'ed25519') refuse('signature.algorithm', 'should be ed25519')
  const value = bytesOf(signature.value) ?? refuse('signature.value', 'should be base64')
  if (!(await crypto.subtle.verify('Ed25519', key, value, signedBytes(hash))))
    throw new BundleError('The bundle was not signed with this key, or its signature was changed.')
}

/** Of a key that cannot be used. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
}

/** Nothing else that is signed with a key can pass for a bundle. */
function signedBytes(hash: string): Uint8Array {
  return new TextEncoder().encode(`merit bundle\n${hash}`)
}

async function imported(format: string, label: string, pem: string, usage: 'sign' | 'verify'): Promise<Key> {
  const body = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`).exec(pem)?.[1]
  const bytes = body === undefined ? undefined : bytesOf(body.replace(/\s/g, ''))
  try {
    if (bytes) return await crypto.subtle.importKey(format, bytes, 'Ed25519', false, [usage])
  } catch {
    // Another kind of key.
  }
  throw new KeyError(`This is no Ed25519 key as PEM text (BEGIN ${label}): merit keygen writes a pair.`)
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)))

function pemOf(label: string, bytes: ArrayBuffer): string {
  const lines = base64(bytes).match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
