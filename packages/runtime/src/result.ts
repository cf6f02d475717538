/** What scoring and explaining give back. Plain JSON. */

/** Something in a lead's data that was not as declared; the value was treated as unknown (or the event not counted). */
export interface Issue {
  readonly code: IssueCode
  /** `industry`, `company.tier`, `events[3].at`. */
  readonly path: string
  /** One sentence for a person, with the value. */
  readonly message: string
}
export type IssueCode =
  | 'wrong-type'
  | 'out-of-range'
  | 'not-in-list'
  | 'not-a-number'
  | 'missing-required'
  | 'bad-date'
  | 'time-without-zone'
  | 'event-without-time'
  | 'event-without-type'
  | 'not-an-event'
  | 'not-an-object'

export interface Result {
  readonly id: string | null
  /** The instant for which the lead was scored, ISO 8601 in UTC. */
  readonly at: string
  readonly scores: Readonly<Record<string, number>>
  readonly grades: Readonly<Record<string, string>>
  readonly stages: Readonly<Record<string, boolean>>
  /** Every reason that holds, in the order of the file; empty: not disqualified. */
  readonly disqualified: readonly string[]
  /** Of a model's result they may be worked out when they are first read: until then the lead must not be changed. */
  readonly issues: readonly Issue[]
  readonly revision: string
}

export interface Explanation extends Result {
  readonly explained: {
    readonly scores: readonly ScoreExplanation[]
    readonly grades: readonly GradeExplanation[]
    readonly stages: readonly StageExplanation[]
    readonly disqualifications: readonly { reason: string; holds: boolean; saw: readonly Saw[] }[]
  }
}

export type Outcome = 'matched' | 'not matched' | 'input missing'

/** A comparison as written, whether it held, and the values it read, written for a person (`unknown` for unknown). */
export interface Saw {
  readonly text: string
  readonly holds: boolean
  readonly values: readonly { text: string; value: string }[]
}

/** Points are numbers of points, exact to the millionth. The parts add up exactly. */
export type ScoreExplanation =
  | ({ readonly kind: 'rules' } & BlockExplanation)
  | {
      readonly kind: 'formula'
      readonly name: string
      readonly text: string
      readonly values: readonly { text: string; value: string }[]
      /** Before cap and floor. */
      readonly raw: number
      readonly points: number
      readonly line: number
      readonly path: string
    }

export interface BlockExplanation {
  readonly name: string
  /** False where the block's own `when` does not hold. */
  readonly active: boolean
  readonly saw: readonly Saw[]
  readonly items: readonly (RuleExplanation | ({ readonly kind: 'group' } & BlockExplanation))[]
  readonly multipliers: readonly { id: string; factor: number; outcome: Outcome; saw: readonly Saw[]; line: number }[]
  /** The sum of the items' points. */
  readonly sum: number
  /** After multipliers, before cap and floor. */
  readonly multiplied: number
  /** After cap and floor, before weight. */
  readonly bounded: number
  /** What the block gives. */
  readonly points: number
  readonly cap?: number
  readonly floor?: number
  readonly weight?: number
  readonly line: number
  readonly path: string
}

export interface RuleExplanation {
  readonly kind: 'rule'
  readonly id: string
  readonly outcome: Outcome
  /** For `input missing`: the inputs that were unknown. */
  readonly missing: readonly string[]
  readonly saw: readonly Saw[]
  /** For tables: the case that applied. */
  readonly case?: string
  /** For event rules. */
  readonly events?: {
    readonly counted: readonly CountedEvent[]
    readonly dropped: readonly DroppedEvent[]
    readonly decay?: string
  }
  /** Before decay, cap, floor and weight. */
  readonly raw: number
  /** After decay, before cap, floor and weight. */
  readonly decayed: number
  /** After cap and floor, before weight. */
  readonly bounded: number
  /** What the rule gives. */
  readonly points: number
  readonly cap?: number
  readonly floor?: number
  readonly weight?: number
  readonly line: number
  readonly path: string
}
export interface EventRef {
  readonly type: string
  readonly at: string
  readonly id: string | null
  /** Properties that the model knows, for a person. */
  readonly properties: Readonly<Record<string, string>>
}
export interface CountedEvent extends EventRef {
  /** Milliseconds. */
  readonly age: number
  readonly case?: string
  readonly raw: number
  readonly points: number
}
export interface DroppedEvent extends EventRef {
  /** The modifier that dropped it, as written. */
  readonly by: string
}
export interface GradeExplanation {
  readonly name: string
  readonly label: string
  readonly cases: readonly { label: string; holds: boolean; saw: readonly Saw[] }[]
  readonly line: number
  readonly path: string
}
export interface StageExplanation {
  readonly name: string
  readonly holds: boolean
  readonly lines: readonly LineExplanation[]
}
export interface LineExplanation {
  readonly text: string
  /** Whether the line is on. */
  readonly holds: boolean
  readonly saw: readonly Saw[]
  /** Only where `until` alone keeps the line on: since when it has been on, ISO 8601 in UTC. */
  readonly heldSince?: string
  readonly line: number
  readonly path: string
}
