/** Which small mistakes in a model its tests would notice. Plain data. */
import type { Span } from '@merit-lang/language'

/** What a model is mutated in: a rule, the head of a score, a stage … */
export interface MutationPlace<M = Mutant> {
  readonly kind:
    | 'rule'
    | 'group'
    | 'score'
    | 'grade'
    | 'stage'
    | 'disqualification'
    | 'segment'
    | 'let'
    | 'event'
    | 'default'
  /** A rule's label, or its text; else the name. */
  readonly name: string
  /** The score that a rule, a group or a default stands in. */
  readonly score?: string
  readonly span: Span
  readonly mutants: readonly M[]
}

/** One small change of the text. */
export interface Mutant {
  readonly kind: MutationKind
  /** What is replaced, and by what; by nothing where something is left out. */
  readonly span: Span
  readonly replacement: string
  /** The same for a person, with what stands around it: `add 15`, `add 16`. `after` is empty where something is left out. */
  readonly before: string
  readonly after: string
}

export type MutationKind =
  | 'points'
  | 'threshold'
  | 'bound'
  | 'negation'
  | 'decay'
  | 'cap'
  | 'window'
  | 'limit'
  | 'weight'
  | 'rule'

export interface Judgement {
  /**
   * `noticed`: a test fails, or cannot be read any more. `missed`: no test does, and a lead is scored otherwise. `alike`: proved to
   * score all leads alike, so that no test could notice. `unsure`: no test fails, and whether any lead is scored otherwise was not
   * decided. `refused`: the text has errors, which says nothing about tests.
   */
  readonly verdict: Verdict
  /** The first test that notices it. */
  readonly by?: string
  /** A test that would notice it, as Merit text; it was run with both texts. */
  readonly suggestion?: string
}

export type Verdict = 'noticed' | 'missed' | 'alike' | 'unsure' | 'refused'

export type JudgedMutant = Mutant & Judgement

export interface MutationReport {
  /** In the order of the files. */
  readonly places: readonly MutationPlace<JudgedMutant>[]
  /** Mutants that were not looked at, since the budget was spent. */
  readonly left: number
}
