/** Whether there is a lead for what is to be shown: one that was found before, or else one that is searched for. */
import type { Expr } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import type { Verdict } from '../claims.ts'
import { breaking } from '../promises.ts'
import { climb } from './climb.ts'
import { lackOf } from './lack.ts'
import { every, not } from './logic.ts'
import type { Pool, Sample } from './pool.ts'
import type { Target } from './target.ts'

export type Outcome = 'shown' | 'impossible' | 'not found'

export interface Settled {
  readonly target: Target
  readonly outcome: Outcome
  /** What the leads that show it have in common: the most telling way that there is. */
  readonly condition: Expr
}

/** Boxes looked at for one target: there are many, and what takes longer is seldom found. Those with scores take long each. */
export const budgets = { plain: { boxes: 40 }, ofScores: { boxes: 10 } }

export function settle(target: Target, analysis: Analysis, pool: Pool): Settled {
  const outcomes: Outcome[] = []
  for (const condition of target.ways) {
    const outcome = isShown(condition, analysis, pool) ? 'shown' : search(condition, analysis, pool).outcome
    if (outcome === 'shown') return { target, outcome, condition }
    outcomes.push(outcome)
  }
  const condition = target.ways.at(-1) as Expr
  return { target, outcome: outcomes.at(-1) as Outcome, condition }
}

/** Scores are reached step by step sooner than by proofs. */
function isShown(condition: Expr, { program }: Analysis, pool: Pool): boolean {
  if (pool.showing(condition).length > 0) return true
  if (!readsScores(condition)) return false
  const found = climb(program, pool, { lack: run => lackOf(condition, run) })
  return found?.lack === 0 && pool.add(found.sample.witness) !== undefined
}

const readsScores = (condition: Expr) => JSON.stringify(condition).includes('"op":"score"')

export interface Search {
  readonly outcome: Outcome
  readonly sample?: Sample
}

/** What is found goes into the pool. */
export function search(condition: Expr, analysis: Analysis, pool: Pool): Search {
  const budget = readsScores(condition) ? budgets.ofScores : budgets.plain
  const first = taken(analysis.possible(condition, budget), pool)
  const { promises } = analysis.program
  if (first !== 'unfit') return first
  // Whoever breaks a promise fails every test.
  const kept = promises.map(promise => not(breaking(promise)))
  const second = taken(analysis.possible(every(condition, ...kept), budget), pool)
  return second === 'unfit' || second.outcome === 'impossible' ? { outcome: 'not found' } : second
}

function taken(verdict: Verdict, pool: Pool): Search | 'unfit' {
  if (verdict.kind === 'impossible') return { outcome: 'impossible' }
  if (verdict.kind === 'undecided') return { outcome: 'not found' }
  const sample = pool.add(verdict.witness)
  return sample ? { outcome: 'shown', sample } : 'unfit'
}
