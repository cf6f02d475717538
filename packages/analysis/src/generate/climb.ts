/**
 * Leads that come nearer to a wish step by step, each differing from the one before in one thing that some lead of the pool
 * has. What it finds is confirmed by the reference evaluator; that it finds nothing says nothing.
 */
import type { Program } from '@merit-lang/runtime'
import type { Run } from '@merit-lang/runtime/reference'
import { type LeadData, leadOf, moves, type Parts, partsIn, partsOf, without, withouts } from './moves.ts'
import { type Pool, type Sample, sampleOf } from './pool.ts'

export interface Wish {
  /** How far a lead is from what is wanted; 0: there. */
  readonly lack: (run: Run) => number
}

/** Leads tried for one wish, and how many of the pool's are started from. */
const limits = { tried: 1200, starts: 6 }

export interface Standing {
  readonly sample: Sample
  readonly lack: number
}

/** The nearest that was found; undefined where there is no lead to start from. It may not be in the pool. */
export function climb(program: Program, pool: Pool, { lack }: Wish): Standing | undefined {
  const budget = { left: limits.tried }
  let best: Standing | undefined
  for (const start of nearest(pool, lack)) {
    const reached = climbFrom(start, program, partsIn(pool, start.sample.witness.now), lack, budget)
    if (!best || reached.lack < best.lack) best = reached
    if (best.lack === 0 || budget.left <= 0) break
  }
  return best && smaller(program, best, lack)
}

function climbFrom(
  start: Standing,
  program: Program,
  parts: Parts,
  lack: Wish['lack'],
  budget: { left: number },
): Standing {
  let best = start
  for (;;) {
    const before = best
    for (const data of moves(partsOf(before.sample.witness), parts)) {
      if (best.lack === 0 || --budget.left < 0) return best
      const next = standing(program, before, data, lack)
      if (next && next.lack < best.lack) best = next
    }
    if (best === before) return best
  }
}

/** Of the lead that the other becomes with this data. */
function standing(program: Program, { sample }: Standing, data: LeadData, lack: Wish['lack']): Standing | undefined {
  const next = sampleOf(program, { ...sample.witness, lead: leadOf(data) })
  return next && { sample: next, lack: lack(next.run) }
}

function nearest({ samples }: Pool, lack: Wish['lack']): readonly Standing[] {
  const all = samples.map(sample => ({ sample, lack: lack(sample.run) }))
  return all.sort((a, b) => a.lack - b.lack).slice(0, limits.starts)
}

/** Without what is not needed to come as near. */
function smaller(program: Program, from: Standing, lack: Wish['lack']): Standing {
  let best = from
  for (const part of withouts(partsOf(from.sample.witness))) {
    const next = standing(program, best, without(partsOf(best.sample.witness), part), lack)
    if (next && next.lack <= best.lack) best = next
  }
  return best
}
