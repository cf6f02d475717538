/** What all checks share: the tables that they read and fill, and where they report. */
import type { Diagnostic, DiagnosticRecord, Related } from '../diagnostics/diagnostic.ts'
import { report } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/suggest.ts'
import type * as Ast from '../syntax/ast.ts'
import type { Span } from '../syntax/source.ts'
import type { Vocabulary } from '../words/word.ts'
import { type Clues, noClues } from './clues.ts'
import type { Known } from './known.ts'
import type { LoadedFile } from './load.ts'
import type { LetSymbol, Meaning, Type } from './model.ts'
import { type Definition, emptyNames, type Names } from './names.ts'

export interface Checking {
  readonly vocabulary: Vocabulary
  /** Entry first. */
  readonly files: readonly LoadedFile[]
  readonly names: Names
  readonly clues: Clues
  /** What each definition is built on. */
  readonly uses: Map<Definition, Set<Definition>>
  readonly types: Map<Ast.Expr, Type>
  readonly meanings: Map<Ast.NameExpr | Ast.Ident, Meaning>
  /** Of those `let`s that are plain numbers. */
  readonly constants: Map<LetSymbol, number>
  readonly diagnostics: Diagnostic[]
  /** Rules of which everything is known from an earlier check. */
  readonly knownRules: ReadonlySet<Ast.RuleDecl>
  /** How many names may still be compared for suggestions. */
  comparisons: number
}

export function startChecking(
  vocabulary: Vocabulary,
  files: readonly LoadedFile[],
  diagnostics: Diagnostic[],
  known?: Known,
): Checking {
  return {
    vocabulary,
    files,
    names: emptyNames(),
    clues: noClues(),
    uses: new Map(),
    types: known?.types ?? new Map(),
    meanings: known?.meanings ?? new Map(),
    constants: new Map(),
    diagnostics,
    knownRules: known?.rules ?? new Set(),
    comparisons: 20_000,
  }
}

export function say<P>(
  cx: Checking,
  record: DiagnosticRecord<P>,
  span: Span,
  params: NoInfer<P>,
  related: readonly Related[] = [],
): void {
  cx.diagnostics.push(report(record, span, params, related))
}

/** The name that was probably meant. A text that is wrong in very many places gets suggestions for the first of them only. */
export function suggest(cx: Checking, word: string, candidates: Iterable<string>): string | undefined {
  if (cx.comparisons <= 0) return undefined
  const names = [...candidates]
  cx.comparisons -= names.length
  return nearest(word, names)
}
