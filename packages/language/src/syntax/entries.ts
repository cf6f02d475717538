/** What reads entries again after an edit asks and tells while a file is parsed. An entry is what `entries` of the grammar reads one of. */
import type { Node } from './cst.ts'

/** Tokens by their numbers, `end` exclusive. */
export interface Extent {
  readonly first: number
  readonly end: number
  /** No mistake was found in it. */
  readonly whole: boolean
}

export interface Entries {
  /** The entry that the rule of the grammar would read at a token, and the token after it. */
  find(rule: string, first: number): { readonly node: Node; readonly end: number } | undefined
  /** An entry was read, and nothing will be added to it any more. */
  read(node: Node, extent: Extent): void
}

export const forgetful: Entries = { find: () => undefined, read: () => {} }
