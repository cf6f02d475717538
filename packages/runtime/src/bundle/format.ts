import type { Program } from '../program.ts'

/**
 * A bundle: one JSON file with everything that an app needs to run a model. Data, never code.
 *
 * `hash` is `sha256-` and the lower-case hexadecimal SHA-256 of the canonical bytes of `content`; `signature` is over the
 * UTF-8 bytes of `hash`'s text. Canonical: keys sorted, no white space, numbers and strings as `JSON.stringify` writes them.
 */
export interface Bundle {
  readonly merit: 'bundle'
  /** The version of this format. A reader refuses what it does not know. */
  readonly format: 1
  readonly content: BundleContent
  readonly hash: string
  readonly signature?: Signature
}

export interface Signature {
  readonly algorithm: 'ed25519'
  /** base64url, 64 bytes. */
  readonly value: string
}
