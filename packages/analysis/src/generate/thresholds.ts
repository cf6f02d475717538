/** Scores that are as near to a threshold as was found, on both sides of it. */
import type { Expr, Program } from '@merit-lang/runtime'
import { toPoints } from '@merit-lang/runtime/reference'
import { climb } from './climb.ts'
import { lackOf, nearing } from './lack.ts'
import type { Pool, Sample } from './pool.ts'
import type { Settled } from './settle.ts'

interface Threshold {
  readonly score: number
  readonly points: number
}

/** Of `fit >= 50`; undefined for every other condition. */
export function thresholdOf(part: Expr, program: Program): Threshold | undefined {
  if (part.op === 'not') return thresholdOf(part.of, program)
  if (part.op !== 'less' && part.op !== 'atMost') return undefined
  const [score, points] = part.left.op === 'score' ? [part.left, part.right] : [part.right, part.left]
  const value = constantOf(points, program)
  return score.op === 'score' && value !== undefined ? { score: score.index, points: value } : undefined
}

function constantOf(e: Expr, program: Program): number | undefined {
  if (e.op === 'value') return constantOf(program.values[e.index] as Expr, program)
  return e.op === 'const' && typeof e.value === 'number' ? e.value : undefined
}

/** A lead for whom the condition holds, with a score as near to the threshold as was found. */
export function nearestTo({ score, points }: Threshold, { condition }: Settled, pool: Pool, program: Program) {
  const found = climb(program, pool, {
    lack: run => {
      const missing = lackOf(condition, run)
      const distance = Math.abs(toPoints(run.score(score)) - points)
      // Never quite there unless the score is the threshold itself, so that the search goes on as long as it comes nearer.
      return missing > 0 ? 1 + missing : distance === 0 ? 0 : nearing(distance)
    },
  })
  return found && lackOf(condition, found.sample.run) === 0 ? found.sample : undefined
}

export function scoreText({ score }: Threshold, { run }: Sample, program: Program): string {
  return `${program.scores[score]?.name} = ${toPoints(run.score(score))}`
}
