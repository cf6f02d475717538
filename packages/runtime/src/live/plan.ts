import type { EventSet, Expr, Program, Rule } from '../program.ts'
import type { Decay } from './decay.ts'
import type { Ages, SetNode } from './nodes.ts'

/**
 * How a program is scored from a lead's state. What it asks of events comes as values of their own, `feeds`, which take the
 * places after the attributes; what is left of the program reads the rest of the events as they are.
 */
export interface Plan {
  readonly program: Program
  /** So many events may come before any is let go; until then they are looked at one by one, not in sums. */
  readonly patience: number
  /** The program with feeds in place of what they give. */
  readonly residual: Program
  readonly nodes: readonly SetNode[]
  /** By event type: the nodes that its events can change and that something asks for, in order. */
  readonly followed: readonly (readonly Followed[])[]
  readonly tallies: readonly Tally[]
  /** By event type: the tallies of which a total is asked that its events can become a part of. */
  readonly settling: readonly (readonly number[])[]
  readonly feeds: readonly Feed[]
  /** What must be kept of the events. */
  readonly needs: readonly Need[]
  /** The event types that the residual program reads. */
  readonly rest: ReadonlySet<number>
}

export interface Followed {
  readonly node: number
  /** The tallies over its members. */
  readonly tallies: readonly number[]
  /** So many milliseconds before it settles an event is only part of totals. Infinite where more than tallies asks for the members. */
  readonly life: number
}

/** Sums over the events of a set, taken as they come. */
export interface Tally {
  readonly of: Counted
  readonly node: number
  /**
   * After so many milliseconds an event is only part of a total. Infinite where it must stay: another event may yet push
   * it out of the set.
   */
  readonly keep: number
  /** Whether the total of what is older is ever asked for. */
  readonly isEndless: boolean
}

/** What is added up. */
export type Counted =
  | { readonly kind: 'events' }
  /** Whole millionths of a value; events for which it is unknown are skipped. */
  | { readonly kind: 'values'; readonly of: Expr }
  /** Whole billionths of points, and their sum under a decay. */
  | { readonly kind: 'points'; readonly cases: Rule['cases']; readonly decay?: Decay }

export type Feed =
  | { readonly kind: 'tally'; readonly tally: number; readonly ages: Ages }
  /** The value of the first, or the last, event of the set. */
  | { readonly kind: 'first' | 'last'; readonly node: number; readonly of: Expr; readonly ages: Ages }

/** Of a set, the events that are younger than `life` (ms) whenever it is asked. */
export interface Need {
  readonly set: EventSet
  readonly life: number
  /** Of these only one, for which this value is smallest or largest. */
  readonly only?: { readonly how: 'min' | 'max'; readonly of: Expr }
}
