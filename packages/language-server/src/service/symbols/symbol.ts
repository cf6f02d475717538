import type { Span } from '@merit-lang/language'

export type SymbolKind =
  | 'model'
  | 'lead'
  | 'attribute'
  | 'record'
  | 'event'
  | 'property'
  | 'list'
  | 'let'
  | 'segment'
  | 'score'
  | 'group'
  | 'rule'
  | 'grade'
  | 'label'
  | 'stage'
  | 'disqualification'
  | 'promise'
  | 'test'

/** Something that a file declares or says, with what stands in it. */
export interface FileSymbol {
  readonly kind: SymbolKind
  /** Never empty. */
  readonly name: string
  /** In short what it is worth or what it asks: `+15`, `at 50`. */
  readonly detail: string
  readonly span: Span
  /** Lies in `span`. */
  readonly nameSpan: Span
  readonly children: readonly FileSymbol[]
}
