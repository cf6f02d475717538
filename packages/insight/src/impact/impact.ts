/**
 * What a change of a model does to the leads of a file. Plain data; every number is counted by scoring each lead with both
 * models at one instant.
 */

export interface Impact {
  readonly leads: number
  /** Leads with a different score, grade, stage or disqualification. */
  readonly affected: number
  /** By name, those that either model has; those that only one has say so. */
  readonly scores: readonly ScoreImpact[]
  readonly grades: readonly GradeImpact[]
  readonly stages: readonly StageImpact[]
  readonly disqualified: Membership
  readonly causes: readonly Cause[]
  /** Those whose scores moved furthest, or that entered or left a stage, the most affected first. */
  readonly mostAffected: readonly AffectedLead[]
}

export type OnlyIn = 'before' | 'after'

/** Ids in the order of the file. */
export interface Membership {
  readonly before: number
  readonly after: number
  readonly entering: readonly string[]
  readonly leaving: readonly string[]
}

export interface StageImpact extends Membership {
  readonly name: string
  readonly onlyIn?: OnlyIn
}

export interface GradeImpact {
  readonly name: string
  readonly onlyIn?: OnlyIn
  /** Every label that a lead has on either side, in the order of the later model. */
  readonly labels: readonly { readonly label: string; readonly before: number; readonly after: number }[]
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
  /** Values at which a stage is reached, on either side. */
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

/** A rule that gives some leads other points than it did. */
export interface Cause {
  /** As in `Change`: its name now, or, where it was removed, before. */
  readonly rule: string
  readonly within: readonly string[]
  /** Leads to whom it gives more, fewer points. */
  readonly raised: number
  readonly lowered: number
  /** In points, of all leads. */
  readonly points: number
  /** Of leads that enter or leave a stage, those to whom it gives other points. By stage. */
  readonly entering: Readonly<Record<string, readonly string[]>>
  readonly leaving: Readonly<Record<string, readonly string[]>>
}

export interface AffectedLead {
  readonly id: string
  readonly before: LeadOutcome
  readonly after: LeadOutcome
  /** What each rule gives, on both sides, where that differs; blocks that a cap, floor, multiplier or condition changes too. */
  readonly differences: readonly {
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
