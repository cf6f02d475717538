/**
 * Leads that come nearer to a wish step by step, each differing from the one before in one thing that some lead of the pool
 * has. What it finds is confirmed by the reference evaluator; that it finds nothing says nothing.
 */
import type { Program } from '@merit-lang/runtime'
import type { Run } from '@merit-lang/runtime/reference'
import { leadOf, moves, partsIn, partsOf } from './moves.ts'
import { type Pool, type Sample, sampleOf } from './pool.ts'

export interface Wish {
  /** How far a lead is from what is wanted; 0: there. */
  readonly lack: (run: Run) => number
}

/** Leads tried for one wish. */
const budget = 1500

interface Standing {
  readonly sample: Sample
  readonly lack: number
}

/** The nearest that was found; undefined where there is no lead to start from. It may not be in the pool. */
export function climb(program: Program, pool: Pool, { lack }: Wish): Standing | undefined {
  let best = nearest(pool, lack)
  const parts = partsIn(pool, best?.sample.witness.now ?? 0)
  let left = budget
  while (best && best.lack > 0 && left > 0) {
    let better: Standing | undefined
    for (const data of moves(partsOf(best.sample.witness), parts)) {
      if (--left < 0) break
      const sample = sampleOf(program, { ...best.sample.witness, lead: leadOf(data) })
      const reached = sample ? lack(sample.run) : Number.POSITIVE_INFINITY
      if (sample && reached < (better ?? best).lack) better = { sample, lack: reached }
    }
    if (!better) break
    best = better
  }
  return best
}

function nearest({ samples }: Pool, lack: Wish['lack']): Standing | undefined {
  const all = samples.map(sample => ({ sample, lack: lack(sample.run) }))
  return all.reduce<Standing | undefined>((best, one) => (best && best.lack <= one.lack ? best : one), undefined)
}
