/** What the recognisers of other languages' spellings share. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { endsValue } from './classify.ts'
import { keywordOf } from './keywords.ts'
import type { SourceText, Span } from './source.ts'
import { Name, type Token } from './tokens.ts'

/** What was found at a place: the tokens that stand for it, and how many it took. */
export interface Found {
  readonly tokens: readonly Token[]
  readonly taken: number
  /** Absent where a later pass says it better. */
  readonly diagnostic: Diagnostic | undefined
}
export interface Place {
  readonly source: SourceText
  readonly tokens: readonly Token[]
  readonly index: number
  /** How many round and square brackets are open. */
  readonly depth: number
  /** In braces, where a type may follow a colon; those of a test have data. */
  readonly inRecord: boolean
}

export function spanOf(source: SourceText, from: Token, to: Token): Span {
  return { source, start: from.startOffset, end: to.endOffset + 1 }
}

export const touches = (left: Token, right: Token) => left.endOffset + 1 === right.startOffset

export function isAfterValue(tokens: readonly Token[], index: number): boolean {
  const previous = tokens[index - 1]
  return endsValue(previous) && !(previous?.tokenType === Name && keywordOf(previous.image) !== undefined)
}

export const beforeNames = new Set(['when', 'and', 'or', 'not', '(', 'on'])

export const isPlainName = ({ tokenType, image }: Token) => tokenType === Name && keywordOf(image) === undefined
