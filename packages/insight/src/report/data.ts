/**
 * What a report shows. Plain data: numbers as they were counted, and sentences where something is said elsewhere in the same
 * words. What is absent is left out of the page, which says so.
 */
import type { Changes } from '../changes/change.ts'
import type { Tally } from '../coverage/tally.ts'
import type { Impact } from '../impact/impact.ts'

export interface ReportData {
  /** What wrote it: `merit 1.2.0`. */
  readonly by: string
  /** What the models were compared with, as it was written. */
  readonly base?: string
  readonly leads?: LeadsTold
  readonly models: readonly ModelReport[]
}

/** Where the leads came from, and the instant for which they were scored. */
export interface LeadsTold {
  readonly file: string
  readonly events?: string
  readonly now: string
}

export interface ModelReport {
  /** What it calls itself, else its path. */
  readonly name: string
  readonly path: string
  /** `why` it could not be read. */
  readonly state: ({ readonly kind: 'read' } & ModelRead) | { readonly kind: 'unread'; readonly why: string }
}

export interface ModelRead {
  readonly revision: string
  readonly about?: string
  readonly anatomy: AnatomyTold
  /** Nothing was asked to be compared: absent. */
  readonly compared?: ComparedTold
  /** Without leads: absent. Where nothing was compared, of the model with itself. */
  readonly impact?: Impact
  readonly coverage: CoverageTold | { readonly why: string }
}

export type ComparedTold =
  | { readonly kind: 'compared'; readonly base: string; readonly changes: Changes; readonly proof: ProofTold }
  /** `why` there is nothing to compare with. */
  | { readonly kind: 'alone'; readonly why: string }

export interface ProofTold {
  readonly alike: boolean
  readonly text: string
  readonly outcomes: readonly {
    readonly name: string
    readonly alike: boolean
    readonly relation: string
    /** Leads that show it. */
    readonly evidence: readonly string[]
  }[]
}

// ---------------------------------------------------------------- anatomy

export interface AnatomyTold {
  /** `3 scores, 1 group, 14 rules …` */
  readonly contents: string
  readonly scores: readonly ScoreTold[]
  readonly outcomes: readonly OutcomeTold[]
  readonly promises: readonly ReachedTold[]
  readonly inputs: readonly { readonly kind: string; readonly name: string; readonly moves: readonly string[] }[]
  /** Nothing follows from them. */
  readonly idle: readonly string[]
}

export interface ScoreTold {
  readonly name: string
  readonly about?: string
  /** `−20 to 100` */
  readonly range: string
  readonly formula?: string
  readonly notes: readonly string[]
  readonly rows: readonly RangeRow[]
}

/** A rule, group or multiplier of a score, in the order of the text. */
export interface RangeRow {
  readonly kind: 'rule' | 'group' | 'multiplier'
  readonly name: string
  /** How many groups are around it. */
  readonly depth: number
  /** As it is read: `≤ 145`, `∞`; of a multiplier its factor. */
  readonly least: string
  readonly most: string
  /** Where they are numbers. */
  readonly low?: number
  readonly high?: number
  readonly notes: readonly string[]
}

/** A grade, a stage, or all disqualifications. */
export interface OutcomeTold {
  readonly kind: string
  readonly name: string
  /** What holds for all of it. */
  readonly verdict?: string
  readonly lines: readonly ReachedTold[]
}

export interface ReachedTold {
  readonly text: string
  /** `holds`: as one would wish; `fails`: proved to be otherwise; `open`: not decided. */
  readonly verdict: 'holds' | 'fails' | 'open'
  readonly told: readonly { readonly text: string; readonly rules: readonly string[] }[]
}

// ---------------------------------------------------------------- coverage

export interface CoverageTold {
  readonly tests: number
  readonly tally: Tally
  /** What no test shows. */
  readonly open: readonly {
    /** `models/acme.merit:12` */
    readonly place: string
    readonly name: string
    readonly gaps: readonly string[]
  }[]
}
