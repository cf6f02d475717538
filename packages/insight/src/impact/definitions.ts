/** Whether the definition of a stage, where it was changed, is why a lead enters or leaves it. */
import type { Program } from '@merit-lang/runtime'
import type { Change, Changes } from '../changes/change.ts'
import type { Outcomes, Paired } from './outcomes.ts'

/** @param scores what the lead has now, in millionths, by the places of `Outcomes` */
export type Decides = (way: 'entering' | 'leaving', scores: readonly number[]) => boolean

/** By stage; where only its threshold was changed, those count that the former one would have left where they were. */
export function definitionsOf(
  { stages, scores }: Outcomes,
  before: Program,
  after: Program,
  { entries }: Changes,
): ReadonlyMap<number, Decides> {
  const changed = (name: string) =>
    entries.find(one => one.kind === 'changed' && one.subject === 'stage' && one.name === name)
  return new Map(
    [...stages.entries()].flatMap(([place, stage]) => {
      const change = changed(stage.name)
      if (!change) return []
      const former = onlyThreshold(change) ? thresholdOf(stage, before, after) : undefined
      const score = former ? scores.findIndex(({ name }) => name === former.score) : -1
      return [[place, former && score >= 0 ? past(former.millionths, score) : always] as const]
    }),
  )
}

const always: Decides = () => true

/** Entering is decided by the definition where the former threshold is not reached, leaving where it is. */
const past =
  (millionths: number, score: number): Decides =>
  (way, scores) =>
    (scores[score] as number) < millionths === (way === 'entering')

const onlyThreshold = ({ aspects }: Change) => aspects.every(({ aspect }) => aspect === 'threshold')

/** The former threshold of a stage of one line, which reads the same score on both sides. */
function thresholdOf(stage: Paired, before: Program, after: Program) {
  const [one, other] = [lineOf(before, stage.before), lineOf(after, stage.after)]
  return one && other && one.score === other.score ? one : undefined
}

function lineOf({ stages, scores }: Program, place: number) {
  const [line, ...others] = stages[place]?.lines ?? []
  const { at, until } = line ?? {}
  if (!at || until || others.length > 0 || at.threshold.op !== 'const') return undefined
  return { score: scores[at.score]?.name as string, millionths: Math.round(Number(at.threshold.value) * 1e6) }
}
