/**
 * Whether two models give all leads the same: each outcome of one name, in both directions. What is the same in form is
 * not looked at further; what is not is proved, shown with a lead, or said to be undecided.
 */
import type { Program } from '@merit-lang/runtime'
import type { Budget } from '../claims.ts'
import { Comparing } from './comparing.ts'
import { type Direction, type OutcomeKind, outcomesOf } from './outcomes.ts'

export type Compared = { readonly kind: OutcomeKind; readonly name: string } & (
  | { readonly onlyIn: 'before' | 'after' }
  | { readonly onlyIn?: undefined; readonly directions: readonly Direction[] }
)

export interface Comparison {
  /** Proved for all leads that either model takes, all histories and instants. */
  readonly alike: boolean
  readonly outcomes: readonly Compared[]
}

/** For one question, of which a comparison has two for each outcome that differs in form. */
const usual = { boxes: 60, effort: 2e7 } as const satisfies Budget

/** @throws NotComparable where both read the same data as things that have nothing in common. */
export function compare(before: Program, after: Program, budget: Budget = usual): Comparison {
  const outcomes: Compared[] = []
  for (const outcome of outcomesOf(new Comparing(before, after, { ...usual, ...budget })))
    outcomes.push(outcome.onlyIn ? outcome : { ...outcome, directions: [...outcome.directions] })
  return { alike: outcomes.every(isAlike), outcomes }
}

export function isAlike(compared: Compared): boolean {
  return compared.onlyIn === undefined && compared.directions.every(({ kind }) => kind === 'impossible')
}
