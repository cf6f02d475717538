/** Whether the definition of a stage, where it was changed, is why a lead enters or leaves it. */
import type { Program } from '@merit-lang/runtime'
import type { Change, Changes } from '../changes/change.ts'
import type { Outcomes, Paired } from './outcomes.ts'

export type Way = 'entering' | 'leaving'

/** A definition that was changed. */
export interface Redefined {
  /** @param scores what the lead has now, in millionths, by the places of `Outcomes` */
  readonly decides: (way: Way, scores: readonly number[]) => boolean
  /** By its place: the score that has to reach its threshold and nothing else, where only that was changed. */
  readonly score?: number
}

/** By stage; where only its threshold was changed, those count that the former one would have left where they were. */
export function definitionsOf(
  { stages, scores }: Outcomes,
  before: Program,
  after: Program,
  { entries }: Changes,
): ReadonlyMap<number, Redefined> {
  const changed = (name: string) =>
    entries.find(one => one.kind === 'changed' && one.subject === 'stage' && one.name === name)
  return new Map(
    [...stages.entries()].flatMap(([place, stage]) => {
      const change = changed(stage.name)
      if (!change) return []
      const former = onlyThreshold(change) ? thresholdOf(stage, before, after) : undefined
      const score = former ? scores.findIndex(({ name }) => name === former.score) : -1
      return [[place, former && score >= 0 ? past(former, score) : otherwise] as const]
    }),
  )
}

const otherwise: Redefined = { decides: () => true }

/** Entering is decided by the definition where the former threshold is not reached, leaving where it is. */
const past = ({ millionths, isAll }: Former, score: number): Redefined => ({
  decides: (way, scores) => (scores[score] as number) < millionths === (way === 'entering'),
  ...(isAll ? { score } : {}),
})

const onlyThreshold = ({ aspects }: Change) => aspects.every(({ aspect }) => aspect === 'threshold')

/** The former threshold of a stage of one line, which reads the same score on both sides. */
function thresholdOf(stage: Paired, before: Program, after: Program) {
  const [one, other] = [lineOf(before, stage.before), lineOf(after, stage.after)]
  return one && other && one.score === other.score ? one : undefined
}

interface Former {
  readonly score: string
  readonly millionths: number
  /** Whether nothing else is asked. */
  readonly isAll: boolean
}

function lineOf({ stages, scores }: Program, place: number): Former | undefined {
  const [line, ...others] = stages[place]?.lines ?? []
  if (!line?.at || line.until || others.length > 0 || line.at.threshold.op !== 'const') return undefined
  const { score, threshold } = line.at
  return {
    score: scores[score]?.name as string,
    millionths: Math.round(Number(threshold.value) * 1e6),
    isAll: line.when.expr.op === 'atMost',
  }
}
