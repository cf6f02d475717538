/**
 * What a change of a model does to the leads of a file. Plain data; every number is counted by scoring each lead with both
 * models at one instant.
 */

export interface Impact {
  readonly leads: number
  /** Leads of which anything is known that either model reads: of none, where the file is about something else. */
  readonly known: number
  /** Leads with a different score, grade, stage or disqualification. A score or grade that only one model has differs for nobody. */
  readonly affected: number
  /** By name, those that either model has: first those of the later one, in its order. */
  readonly scores: readonly ScoreImpact[]
  readonly grades: readonly GradeImpact[]
  readonly stages: readonly StageImpact[]
  readonly disqualified: Membership
  /** Those that move the most leads into stages or out of them first, then those that give other points to the most. */
  readonly causes: readonly Cause[]
  /** Those that entered or left a stage, then those whose scores moved furthest; the most affected first. */
  readonly mostAffected: readonly AffectedLead[]
}

export type OnlyIn = 'before' | 'after'

/** All ids, in the order of the file. */
export interface Membership {
  readonly before: number
  readonly after: number
  readonly entering: readonly string[]
  readonly leaving: readonly string[]
}

/** Nobody was in a stage that was not there, and nobody is in one that is gone. */
export interface StageImpact extends Membership {
  readonly name: string
  readonly onlyIn?: OnlyIn
}

export interface GradeImpact {
  readonly name: string
  readonly onlyIn?: OnlyIn
  /** Every label that a lead may have on either side, in the order of the later model; of a joined grade those that leads have. */
  readonly labels: readonly { readonly label: string; readonly before: number; readonly after: number }[]
  /** The most frequent first. */
  readonly moves: readonly { readonly from: string; readonly to: string; readonly ids: readonly string[] }[]
}

export interface ScoreImpact {
  readonly name: string
  readonly onlyIn?: OnlyIn
  readonly raised: number
  readonly lowered: number
  /** Of all leads, in points: after minus before. */
  readonly shift: Shift
  /** How many leads lie where, on both sides; the bins are alike. */
  readonly distribution: readonly Bin[]
  /** How many leads moved by how much; leads that did not move are not counted. */
  readonly shifts: readonly { readonly low: number; readonly high: number; readonly leads: number }[]
  /** Values at which a stage is reached, on either side, where they are numbers. */
  readonly thresholds: readonly { readonly stage: string; readonly before?: number; readonly after?: number }[]
}

export interface Shift {
  readonly least: number
  readonly mean: number
  readonly most: number
  /** The furthest of either direction, as a positive number. */
  readonly furthest: number
}

/** low ≤ points < high; of the last one the high end is inside. */
export interface Bin {
  readonly low: number
  readonly high: number
  readonly before: number
  readonly after: number
}

/**
 * `rule`: its own points. `block`: what the multipliers, cap, floor, weight and condition of a score or group make of the sum of what is in
 * it. `formula`: of a composed score, where the formula itself was changed. `grade`, `stage`: their definition itself.
 * `disqualification`: a reason that holds for other leads.
 */
export type CauseKind = 'rule' | 'block' | 'formula' | 'grade' | 'stage' | 'disqualification'

/** A part of the models that does something else to some of the leads that are affected. */
export interface Cause {
  readonly kind: CauseKind
  /** As in `Change`: its name now, or, where it was removed, before. */
  readonly name: string
  readonly within: readonly string[]
  /** Leads to whom it gives more, fewer points. Nobody, where it is no rule, block or formula. */
  readonly raised: number
  readonly lowered: number
  /** In points, of all leads: after minus before. */
  readonly points: number
  /** Of leads that enter or leave a stage, those for whom it is otherwise in something that the stage reads. By stage. */
  readonly entering: Readonly<Record<string, Caused>>
  readonly leaving: Readonly<Record<string, Caused>>
}

export interface Caused {
  readonly leads: number
  /** Of the first of them in the file, at most a hundred. */
  readonly ids: readonly string[]
}

export interface AffectedLead {
  readonly id: string
  readonly before: LeadOutcome
  readonly after: LeadOutcome
  /** The points of every rule, block and formula that differ. Of one score those of rules and blocks add up to what it moved by. */
  readonly differences: readonly {
    readonly kind: CauseKind
    readonly name: string
    readonly within: readonly string[]
    readonly before: number
    readonly after: number
  }[]
}

export interface LeadOutcome {
  readonly scores: Readonly<Record<string, number>>
  readonly grades: Readonly<Record<string, string>>
  readonly stages: readonly string[]
  readonly disqualified: readonly string[]
}
