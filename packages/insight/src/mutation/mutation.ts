/** Which small mistakes in a model its tests would notice. Plain data. */
import type { Span } from '@merit-lang/language'

export interface MutationReport {
  readonly mutants: readonly JudgedMutant[]
  /** Not looked at, since the budget was spent. */
  readonly left: number
}

/** One small change of the text. */
export interface Mutant {
  readonly kind: MutationKind
  /** The rule, stage … that it stands in, by name. */
  readonly name: string
  /** What is replaced, and by what: the text of the span, and the text in its place. */
  readonly span: Span
  readonly replacement: string
  /** For a person: `add 15` instead of `add 16`. */
  readonly description: string
}

export type MutationKind = 'points' | 'threshold' | 'bound' | 'negation' | 'decay' | 'cap' | 'window' | 'limit' | 'rule'

export interface JudgedMutant extends Mutant {
  /**
   * `noticed`: a test fails. `missed`: no test does, and a lead is scored otherwise. `alike`: proved to score all leads alike, so that no
   * test could notice. `unsure`: no test fails, and whether any lead is scored otherwise was not decided.
   */
  readonly verdict: 'noticed' | 'missed' | 'alike' | 'unsure'
  /** The test that notices it. */
  readonly by?: string
  /** A test that would notice it, as Merit text. */
  readonly suggestion?: string
}
