/**
 * A bundle: one JSON file with everything that an app needs to run a model. Data, never code; no text of the model is ever
 * a key. `docs/bundles.md` describes it for those who read it in other languages.
 *
 * `hash` is `sha256-` and the lower-case hexadecimal SHA-256 of the canonical bytes of `content`. Canonical: keys sorted, no
 * white space, numbers and strings as `JSON.stringify` writes them, UTF-8.
 */
export interface Bundle {
  readonly merit: 'bundle'
  /** The version of this format. A reader refuses what it does not know. */
  readonly format: typeof formatVersion
  readonly content: BundleContent
  readonly hash: string
  readonly signature?: Signature
}

export const formatVersion = 1

/** The versions of the language whose meaning this runtime has. */
export const languages: readonly string[] = ['0.1']

export interface Signature {
  readonly algorithm: 'ed25519'
  /** Of the bytes that `signedBytes` gives: base64, 64 bytes. */
  readonly value: string
}

export interface BundleContent extends Readonly<Record<Table, readonly number[]>> {
  /** The version of the compiler that made it. */
  readonly compiler: string
  readonly language: string
  /** `model "…"`, or empty. */
  readonly name: string
  readonly revision: string
  /** The files of the model: spans name them by their index. */
  readonly paths: readonly string[]
  /** The names of the kinds of records, in the order of their first use. */
  readonly tags: readonly string[]
  /** The program's records, each after those that it refers to: the index of its tag, and its fields. See `records.ts`. */
  readonly nodes: readonly Packed[]
  /** Its place among the nodes, as in all tables. */
  readonly zone: number
}

export type Packed = readonly [tag: number, ...fields: unknown[]]

/** What stands in each table of the content, in ascending places of the nodes: an entry sees only earlier ones. */
export const tables = {
  attributes: 'Attribute',
  events: 'EventType',
  values: 'Expression',
  sets: 'Set',
  scores: 'Score',
  grades: 'Grade',
  disqualifications: 'Disqualification',
  stages: 'Stage',
  promises: 'Promise',
  unsupported: 'Unsupported',
  docs: 'Doc',
} as const
export type Table = keyof typeof tables

/** In the order of canonical JSON. */
export const contentKeys = [
  ...(['compiler', 'language', 'name', 'nodes', 'paths', 'revision', 'tags', 'zone'] as const),
  ...(Object.keys(tables) as Table[]),
].sort() satisfies readonly (keyof BundleContent)[]

/** Larger ones are no models; a bundle of 2,000 rules has about half a million. In UTF-16 units. */
export const largest = 16_000_000
