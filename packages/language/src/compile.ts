import { type CheckOptions, check } from './check/check.ts'
import type { CheckedModel } from './check/model.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { type Lowered, lower } from './lower/lower.ts'
import type { SourceText } from './syntax/source.ts'

export interface Compiled {
  /** Both only without errors. */
  readonly model?: CheckedModel
  readonly lowered?: Lowered
  readonly diagnostics: readonly Diagnostic[]
}

/** The pipeline: text → tree → checked model → program. Never throws on any text. */
export function compile(source: SourceText, options: CheckOptions = {}): Compiled {
  const { model, diagnostics } = check(source, options)
  return { model, lowered: model && lower(model), diagnostics }
}
