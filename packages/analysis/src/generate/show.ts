/** Everything that there is to show, and the leads that show it. */
import type { Expr, Program } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import { rangeOf } from '../ranges.ts'
import { scorePoints } from '../search/goal.ts'
import { edgesOf } from './edges.ts'
import { limitsShown } from './limits.ts'
import type { Pool, Sample } from './pool.ts'
import { budgets, type Outcome, type Settled, settle } from './settle.ts'
import type { Target } from './target.ts'
import { targetsOf } from './targets.ts'
import { nearestTo, scoreText, thresholdOf } from './thresholds.ts'

export interface Shown {
  readonly of: string
  readonly shows: string
  readonly rule?: string
  readonly outcome: Outcome
  /** What it is to show it, where that is a condition. */
  readonly condition?: Expr
  /** Those of the pool that show it. */
  readonly samples: (pool: Pool) => readonly Sample[]
}

/** The leads that were found are in the pool afterwards. */
export function showAll(
  program: Program,
  analysis: Analysis,
  pool: Pool,
  step: (part: number) => void = () => {},
): readonly Shown[] {
  const { rules, outcomes } = targetsOf(program)
  const all = rules.length + outcomes.length
  let done = 0
  const settled = (targets: readonly Target[]) =>
    targets.map(target => {
      step(done++ / all)
      return settle(target, analysis, pool)
    })
  const ofRules = settled(rules)
  addEnds(analysis, pool)
  const found = [...ofRules, ...settled(outcomes)]
  const shown = found.map(one => shownBy(one, program, pool))
  return [...shown, ...edgesOf(found, program, pool), ...limitsShown({ analysis, pool })]
}

/** Leads with a history longer than this are nothing to read. */
const readable = 40

/** The least and the most that scores can come to: from there on the way to a threshold is short. */
function addEnds({ program, space }: Analysis, pool: Pool): void {
  for (const index of program.scores.keys()) {
    const { low, high } = rangeOf(scorePoints(index), space, budgets.ofScores)
    for (const { witness } of [low, high]) {
      const events = (witness?.lead.events ?? []) as readonly unknown[]
      if (witness && events.length <= readable) pool.add(witness)
    }
  }
}

/** A threshold is shown by the leads that are nearest to it alone. */
function shownBy(settled: Settled, program: Program, pool: Pool): Shown {
  const { target, outcome, condition } = settled
  const { of, shows, rule, part } = target
  const plain: Shown = {
    of,
    shows,
    rule,
    outcome,
    condition,
    samples: () => (outcome === 'shown' ? pool.showing(condition) : []),
  }
  const threshold = part && outcome === 'shown' ? thresholdOf(part, program) : undefined
  const nearest = threshold && nearestTo(threshold, settled, pool, program)
  const sample = nearest && pool.add(nearest.witness)
  if (!threshold || !sample) return plain
  return { ...plain, shows: `${shows}, with ${scoreText(threshold, sample, program)}`, samples: () => [sample] }
}
