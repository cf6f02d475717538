/** Text to the tokens that the grammar reads: all passes before it. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { balance } from './balance.ts'
import { classify } from './classify.ts'
import { type Comment, lex, type Part } from './lex.ts'
import type { SourceText } from './source.ts'
import type { Token } from './tokens.ts'

export interface Tokenised {
  /** Before brackets were balanced. */
  readonly written: readonly Token[]
  readonly tokens: readonly Token[]
  readonly comments: readonly Comment[]
  /** Spellings that are not Merit's. */
  readonly slips: readonly Diagnostic[]
  readonly unbalanced: readonly Diagnostic[]
}

export function tokenise(source: SourceText, part?: Part): Tokenised {
  const { tokens: written, comments, diagnostics: slips } = lex(source, part)
  classify(written)
  const { tokens, diagnostics: unbalanced } = balance(source, written)
  return { written, tokens, comments, slips, unbalanced }
}
