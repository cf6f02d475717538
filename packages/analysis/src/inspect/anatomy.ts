/** What a model is made of and what it can reach, as plain data. Every number is exact, or says that it is only a bound. */
import type { Witness } from '../claims.ts'

export interface Anatomy {
  readonly name: string
  readonly revision: string
  readonly counts: Counts
  readonly scores: readonly ScoreAnatomy[]
  readonly grades: readonly GradeAnatomy[]
  readonly stages: readonly StageAnatomy[]
  readonly disqualifications: readonly Reached[]
  readonly promises: readonly PromiseAnatomy[]
  readonly attributes: readonly InputAnatomy[]
  readonly events: readonly InputAnatomy[]
}

export interface Counts {
  readonly scores: number
  readonly groups: number
  readonly rules: number
  readonly multipliers: number
}

/** `null`: no number. */
export type Points = number | null

export interface EndAnatomy {
  /** No lead goes beyond. `null`: where `exact`, leads go as far as one likes; else no bound was found. */
  readonly points: Points
  /** Some lead has as many. Else no lead is known to go so far. */
  readonly exact: boolean
  /** Where it is not exact: the furthest that a lead was found to go. */
  readonly reached?: number
  readonly witness?: Witness
}

export interface Ends {
  readonly least: EndAnatomy
  readonly most: EndAnatomy
}

interface Placed {
  readonly path: string
  readonly line: number
}

export interface RuleAnatomy extends Placed {
  readonly kind: 'rule'
  readonly id: string
  readonly range: Ends
  /** As written, what keeps the rule from giving more: its cap, else what limits its events. */
  readonly limits: readonly string[]
}

export interface BlockAnatomy extends Placed {
  readonly name: string
  readonly range: Ends
  /** Of the sum of its items, before cap, floor and weight. */
  readonly before: Ends
  /** What one gets by adding up what the items give at least and at most, each by itself. */
  readonly addedUp: { readonly least: Points; readonly most: Points }
  readonly cap?: BoundAnatomy
  readonly floor?: BoundAnatomy
  readonly weight?: number
  readonly items: readonly (RuleAnatomy | GroupAnatomy)[]
  readonly multipliers: readonly MultiplierAnatomy[]
}

export interface GroupAnatomy extends BlockAnatomy {
  readonly kind: 'group'
}

/** A cap or a floor with a number; of one that depends on the lead there is no telling in a word. */
export interface BoundAnatomy {
  readonly points: number
  /** How many points it takes (a cap) or adds (a floor) where it moves most; 0: it never binds. */
  readonly moves: Points
  readonly exact: boolean
}

export interface MultiplierAnatomy extends Placed {
  readonly id: string
  readonly factor: number
  readonly verdict: Reachable
}

export type ScoreAnatomy =
  | (BlockAnatomy & { readonly kind: 'rules' })
  | { readonly kind: 'formula'; readonly name: string; readonly text: string; readonly range: Ends }

export type Reachable = 'reachable' | 'unreachable' | 'undecided'

/** Something that leads get to, or not. */
export interface Reached {
  readonly text: string
  readonly verdict: Reachable
  /** Of `reachable`: a lead without anything that could be left out. */
  readonly witness?: Witness
  /** Of `undecided`: what made it hard. */
  readonly why?: string
}

export interface GradeAnatomy {
  readonly name: string
  readonly labels: readonly (Reached & { readonly route?: Route })[]
}

export interface StageAnatomy extends Reached {
  /** No lead is outside. */
  readonly everyone: boolean
  readonly lines: readonly (Reached & { readonly route?: Route })[]
}

/** How a threshold is reached. */
export interface Route {
  /** No lead gets there with fewer rules that give points. */
  readonly fewest: number
  /** So many rules give points to the lead with the fewest that was found; `fewest` is exact where they are equal. */
  readonly shown: number
  readonly witness: Witness
  /** Rules that get there by themselves. */
  readonly alone: readonly RuleName[]
  /** Rules that apply to everybody who gets there. */
  readonly needed: readonly RuleName[]
}

export interface RuleName {
  readonly score: string
  readonly rule: string
}

export interface PromiseAnatomy {
  readonly text: string
  readonly verdict: 'proved' | 'broken' | 'undecided'
  readonly witness?: Witness
  readonly why?: string
}

/** An attribute or a type of event. */
export interface InputAnatomy {
  readonly name: string
  /** What reads it: scores with rules that can give points, grades, stages, disqualification. Empty: it moves nothing. */
  readonly moves: readonly string[]
  /** Something in the model reads it, though it may move nothing. */
  readonly read: boolean
}
