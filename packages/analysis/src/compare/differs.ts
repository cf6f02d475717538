/** Whether two models differ at all: the question of those who compare one model with thousands of others. */
import type { Program } from '@merit-lang/runtime'
import type { Budget, Witness } from '../claims.ts'
import { Comparing } from './comparing.ts'
import { type Outcome, outcomesOf } from './outcomes.ts'

export type Difference =
  /** `outcome`: the name of the score, grade, stage or disqualification that shows it. */
  | { readonly kind: 'different'; readonly outcome: string; readonly witness: Witness }
  /** Proved for all leads that either model takes, all histories and instants. */
  | { readonly kind: 'alike' }
  | { readonly kind: 'undecided'; readonly why: string }

/** For one question: about a hundredth of a second. */
const small = { boxes: 20, effort: 4e6 } as const satisfies Budget

/**
 * Ends with the first lead to whom the two give different results. Labels, names of rules and texts do not count.
 * Where only one of them has an outcome of some name, any lead will do.
 * @throws NotComparable where both read the same data as things that have nothing in common.
 */
export function differs(before: Program, after: Program, budget: Budget = small): Difference {
  let open: string | undefined
  for (const outcome of outcomesOf(new Comparing(before, after, { ...small, ...budget }))) {
    const found = differenceIn(outcome)
    if (found.kind === 'different') return found
    if (found.kind === 'undecided') open ??= found.why
  }
  return open === undefined ? { kind: 'alike' } : { kind: 'undecided', why: open }
}

function differenceIn(outcome: Outcome): Difference {
  if (outcome.onlyIn) return { kind: 'different', outcome: outcome.name, witness: anyone }
  let open: string | undefined
  for (const direction of outcome.directions) {
    if (direction.kind === 'possible') return { kind: 'different', outcome: outcome.name, witness: direction.witness }
    if (direction.kind === 'undecided') open ??= direction.why
  }
  return open === undefined ? { kind: 'alike' } : { kind: 'undecided', why: open }
}

const anyone: Witness = { lead: {}, now: Date.UTC(2026, 5, 1, 12) }
