/** What was counted of some leads of a file, one after the other. Plain data, so that parts of a file are counted apart. */
import { type Foremost, joinForemost } from './foremost.ts'
import type { ImpactPlan } from './plan.ts'
import { emptySpread, joinTo, type Spread } from './spread.ts'

/** A lead that has no id is called by its number, counted from 0 in its part of the file. */
export type Id = string | number

export interface ImpactTally {
  leads: number
  known: number
  affected: number
  /** By the places of `Outcomes`. */
  readonly scores: ScoreTally[]
  readonly grades: GradeTally[]
  readonly stages: MembershipTally[]
  readonly disqualified: MembershipTally
  /** By place among the causes. */
  readonly causes: Map<number, CauseTally>
  readonly foremost: Foremost[]
}

/** In millionths: sums of whole numbers do not depend on their order. */
export interface ScoreTally {
  raised: number
  lowered: number
  least: number
  sum: number
  most: number
  readonly points: Spread
  readonly shifts: Spread
}

export interface GradeTally {
  readonly labels: Map<string, [before: number, after: number]>
  /** From label to label. */
  readonly moves: Map<string, Map<string, Id[]>>
}

export interface MembershipTally {
  before: number
  after: number
  readonly entering: Id[]
  readonly leaving: Id[]
}

export interface CauseTally {
  raised: number
  lowered: number
  points: number
  /** By stage. */
  readonly entering: Map<number, CausedTally>
  readonly leaving: Map<number, CausedTally>
}

export interface CausedTally {
  leads: number
  readonly ids: Id[]
}

/** Of leads that a cause moves, so many are named. */
export const mostNamed = 100

export function emptyTally({ outcomes }: ImpactPlan): ImpactTally {
  return {
    leads: 0,
    known: 0,
    affected: 0,
    scores: outcomes.scores.map(() => ({
      ...{ raised: 0, lowered: 0, least: Number.POSITIVE_INFINITY, sum: 0, most: Number.NEGATIVE_INFINITY },
      points: emptySpread(),
      shifts: emptySpread(),
    })),
    grades: outcomes.grades.map(() => ({ labels: new Map(), moves: new Map() })),
    stages: outcomes.stages.map(() => ({ before: 0, after: 0, entering: [], leaving: [] })),
    disqualified: { before: 0, after: 0, entering: [], leaving: [] },
    causes: new Map(),
    foremost: [],
  }
}

/** What is at the key; what was not there is put there first. */
export function at<K, V>(map: Map<K, V>, key: K, fresh: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = fresh()
  map.set(key, made)
  return made
}

export const freshCause = (): CauseTally => ({
  ...{ raised: 0, lowered: 0, points: 0 },
  entering: new Map(),
  leaving: new Map(),
})

export const freshCaused = (): CausedTally => ({ leads: 0, ids: [] })

/** Adds the tally of the part of the file that follows. */
export function joinTally(tally: ImpactTally, part: ImpactTally): void {
  const before = tally.leads
  const idOf = (id: Id): Id => (typeof id === 'number' ? id + before : id)
  tally.leads += part.leads
  tally.known += part.known
  tally.affected += part.affected
  for (const [i, score] of part.scores.entries()) joinScore(tally.scores[i] as ScoreTally, score)
  for (const [i, grade] of part.grades.entries()) joinGrade(tally.grades[i] as GradeTally, grade, idOf)
  for (const [i, stage] of part.stages.entries()) joinMembership(tally.stages[i] as MembershipTally, stage, idOf)
  joinMembership(tally.disqualified, part.disqualified, idOf)
  for (const [place, cause] of part.causes) joinCause(at(tally.causes, place, freshCause), cause, idOf)
  joinForemost(
    tally.foremost,
    part.foremost.map(one => ({ ...one, id: idOf(one.id), lead: one.lead + before })),
  )
}

type IdOf = (id: Id) => Id

function joinScore(score: ScoreTally, part: ScoreTally): void {
  score.raised += part.raised
  score.lowered += part.lowered
  score.least = Math.min(score.least, part.least)
  score.sum += part.sum
  score.most = Math.max(score.most, part.most)
  joinTo(score.points, part.points)
  joinTo(score.shifts, part.shifts)
}

function joinGrade({ labels, moves }: GradeTally, part: GradeTally, idOf: IdOf): void {
  for (const [label, [before, after]] of part.labels) {
    const sum = at(labels, label, (): [number, number] => [0, 0])
    sum[0] += before
    sum[1] += after
  }
  for (const [from, tos] of part.moves)
    for (const [to, ids] of tos)
      append(
        at(
          at(moves, from, () => new Map()),
          to,
          () => [],
        ),
        ids,
        idOf,
      )
}

function joinMembership(stage: MembershipTally, part: MembershipTally, idOf: IdOf): void {
  stage.before += part.before
  stage.after += part.after
  append(stage.entering, part.entering, idOf)
  append(stage.leaving, part.leaving, idOf)
}

function joinCause(cause: CauseTally, part: CauseTally, idOf: IdOf): void {
  cause.raised += part.raised
  cause.lowered += part.lowered
  cause.points += part.points
  for (const way of ['entering', 'leaving'] as const)
    for (const [stage, { leads, ids }] of part[way]) {
      const sum = at(cause[way], stage, freshCaused)
      sum.leads += leads
      append(sum.ids, ids.slice(0, mostNamed - sum.ids.length), idOf)
    }
}

function append(ids: Id[], more: readonly Id[], idOf: IdOf): void {
  for (const id of more) ids.push(idOf(id))
}
