/** Everything that there is to show, and the leads that show it. */
import type { Program } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import { climb } from './climb.ts'
import { edgesOf } from './edges.ts'
import { lackOf } from './lack.ts'
import { limitsShown } from './limits.ts'
import type { Pool, Sample } from './pool.ts'
import { type Outcome, type Settled, settle } from './settle.ts'
import { targetsOf } from './targets.ts'
import { nearestTo, scoreText, thresholdOf } from './thresholds.ts'

export interface Shown {
  readonly of: string
  readonly shows: string
  readonly rule?: string
  readonly outcome: Outcome
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
  const targets = targetsOf(program)
  const proved = targets.map((target, i) => {
    step((0.7 * i) / targets.length)
    return settle(target, analysis, pool)
  })
  addEnds(analysis, pool)
  const settled = proved.map((one, i) => {
    step(0.7 + (0.1 * i) / proved.length)
    return one.outcome === 'not found' ? climbed(one, program, pool) : one
  })
  const shown = settled.map(one => shownBy(one, program, pool))
  step(0.9)
  return [...shown, ...edgesOf(settled, program, pool), ...limitsShown(program, analysis, pool)]
}

/** Leads with a history longer than this are nothing to read. */
const readable = 40

/** The least and the most that scores can come to: from there on the way to a threshold is short. */
function addEnds({ program, score }: Analysis, pool: Pool): void {
  for (const index of program.scores.keys()) {
    const { low, high } = score(index)
    for (const { witness } of [low, high]) {
      const events = (witness?.lead.events ?? []) as readonly unknown[]
      if (witness && events.length <= readable) pool.add(witness)
    }
  }
}

function climbed(settled: Settled, program: Program, pool: Pool): Settled {
  const found = climb(program, pool, { lack: run => lackOf(settled.condition, run) })
  if (found?.lack !== 0) return settled
  pool.add(found.sample.witness)
  return { ...settled, outcome: 'shown' }
}

/** A threshold is shown by the leads that are nearest to it alone. */
function shownBy(settled: Settled, program: Program, pool: Pool): Shown {
  const { target, outcome, condition } = settled
  const { of, shows, rule, part } = target
  const plain: Shown = { of, shows, rule, outcome, samples: () => (outcome === 'shown' ? pool.showing(condition) : []) }
  const threshold = part && outcome === 'shown' ? thresholdOf(part, program) : undefined
  const nearest = threshold && nearestTo(threshold, settled, pool, program)
  const sample = nearest && pool.add(nearest.witness)
  if (!threshold || !sample) return plain
  return { ...plain, shows: `${shows}, with ${scoreText(threshold, sample, program)}`, samples: () => [sample] }
}
