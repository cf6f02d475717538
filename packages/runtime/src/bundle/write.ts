/** From a program to the text of a bundle. */
import { formatVersion, type Signature } from './format.ts'
import { canonical, hashOf } from './hash.ts'
import { signHash } from './keys.ts'
import { pack } from './pack.ts'
import { readBundle } from './read.ts'
import type { Unpacked } from './unpack.ts'

/**
 * The bundle of a program, as text: the same program always gives the same bytes.
 * @throws BundleError where no reader would take it, since it is too large or nested too deeply.
 */
export function writeBundle(unpacked: Unpacked): string {
  const content = canonical(pack(unpacked))
  return readable(textOf(content, hashOf(content)))
}

/**
 * The same, signed with a private key (PEM text).
 * @throws BundleError likewise; KeyError where the text is no private Ed25519 key.
 */
export async function writeSignedBundle(unpacked: Unpacked, privateKey: string): Promise<string> {
  const content = canonical(pack(unpacked))
  const hash = hashOf(content)
  return readable(textOf(content, hash, await signHash(hash, privateKey)))
}

/** Its keys are sorted, as in all canonical JSON. */
function textOf(content: string, hash: string, signature?: Signature): string {
  const { algorithm, value } = signature ?? {}
  const rest = { format: formatVersion, hash, merit: 'bundle', signature: signature && { algorithm, value } }
  return `{"content":${content},${JSON.stringify(rest).slice(1)}\n`
}

/** Nothing is written that cannot be read. */
function readable(text: string): string {
  readBundle(text)
  return text
}
