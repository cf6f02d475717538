/** What a check of findings is given, and what it gives. One check, one file; the records are the language's. */
import type { Ast, CheckedModel, Diagnostic, Lowered, Span } from '@merit-lang/language'
import type { Program, SourceSpan } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'

/** A model without errors, its meaning, and what is proved of it. The order of scores, grades, stages and promises is one for all. */
export interface Findings {
  readonly model: CheckedModel
  readonly lowered: Lowered
  readonly program: Program
  readonly analysis: Analysis
  /** The statement, rule or group that begins there. */
  readonly nodeAt: (place: SourceSpan) => Ast.Statement
  readonly spanOf: (place: SourceSpan) => Span
}

/**
 * Goes through whatever it looks at, one after the other: each step is short, so that an editor may let others have their turn,
 * and gives what it found, if anything. Only what is proved is said.
 */
export type FindingCheck = (cx: Findings) => Iterable<Diagnostic | undefined>
