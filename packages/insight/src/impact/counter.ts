/** Counts what a change of a model does, lead after lead. */
import type { Way } from './definitions.ts'
import { type Foremost, isForemost, putForemost } from './foremost.ts'
import type { LeadOutcome } from './impact.ts'
import { isShared, type Paired } from './outcomes.ts'
import type { ImpactPlan } from './plan.ts'
import type { Difference, ScoredPair, SideOutcome } from './scorer.ts'
import { addTo } from './spread.ts'
import {
  at,
  type CauseTally,
  emptyTally,
  freshCause,
  freshCaused,
  type GradeTally,
  type Id,
  type ImpactTally,
  type MembershipTally,
  mostNamed,
  type ScoreTally,
} from './tally.ts'

export class ImpactCounter {
  readonly tally: ImpactTally
  private readonly plan: ImpactPlan

  constructor(plan: ImpactPlan) {
    this.plan = plan
    this.tally = emptyTally(plan)
  }

  /** @param id the text of its id, or of a lead that has none its number; asked for only where the lead is named. */
  add(pair: ScoredPair, id: (lead: number) => Id): void {
    const { tally, plan } = this
    const lead = tally.leads++
    if (!pair.isBlank) tally.known++
    for (const [i, score] of tally.scores.entries()) countScore(score, plan.outcomes.scores[i] as Paired, i, pair)
    for (const [i, grade] of tally.grades.entries()) countLabels(grade, plan.outcomes.grades[i] as Paired, i, pair)
    for (const [i, stage] of tally.stages.entries()) {
      stage.before += pair.before.stages[i] as number
      stage.after += pair.after.stages[i] as number
    }
    tally.disqualified.before += outBy(pair.before)
    tally.disqualified.after += outBy(pair.after)
    if (pair.parts) this.addAffected(pair, pair.parts, lead, () => id(lead))
  }

  private addAffected(pair: ScoredPair, parts: NonNullable<ScoredPair['parts']>, lead: number, id: IdOf): void {
    const { tally, plan } = this
    tally.affected++
    const differences = [...parts, ...this.others(pair)]
    for (const { cause, before, after } of differences)
      if (before !== after) addPoints(at(tally.causes, cause, freshCause), after - before)
    for (const i of plan.outcomes.grades.keys()) this.addMove(i, pair, id)
    let moved = false
    for (const [i, stage] of tally.stages.entries()) {
      const way = pass(stage, pair.before.stages[i] === 1, pair.after.stages[i] === 1, id)
      if (way) this.addCauses(way, i, pair, differences, id)
      moved ||= way !== undefined
    }
    pass(tally.disqualified, outBy(pair.before) === 1, outBy(pair.after) === 1, id)
    this.addForemost(pair, differences, { lead, moved, furthest: furthestOf(pair, plan.outcomes.scores) }, id)
  }

  /** Outcomes that are causes themselves. */
  private others({ before, after }: ScoredPair): readonly Difference[] {
    const { formulas, grades, reasons } = this.plan
    const without = (cause: number): Difference => ({ cause, before: 0, after: 0 })
    return [
      ...[...formulas].flatMap(([i, cause]) => {
        const [one, other] = [before.scores[i] as number, after.scores[i] as number]
        return one === other ? [] : [{ cause, before: one, after: other }]
      }),
      ...[...grades].flatMap(([i, cause]) => (before.labels[i] === after.labels[i] ? [] : [without(cause)])),
      ...reasons.flatMap((cause, i) => (before.reasons[i] === after.reasons[i] ? [] : [without(cause)])),
    ]
  }

  private addMove(grade: number, { before, after }: ScoredPair, id: IdOf): void {
    const [from, to] = [before.labels[grade] as string, after.labels[grade] as string]
    if (from === to || !isShared(this.plan.outcomes.grades[grade] as Paired)) return
    const moves = at((this.tally.grades[grade] as GradeTally).moves, from, () => new Map())
    at(moves, to, () => []).push(id())
  }

  /** A stage is the cause itself where its definition would have decided otherwise, or where nothing that it reads is otherwise. */
  private addCauses(way: Way, stage: number, pair: ScoredPair, differences: readonly Difference[], id: IdOf): void {
    const { causesOf, stages, definitions } = this.plan
    const definition = definitions.get(stage)
    const found = isAgainst(way, definition?.score, pair)
      ? []
      : differences.filter(one => causesOf[stage]?.has(one.cause) && this.pushes(one, pair))
    const decides = definition?.decides(way, pair.after.scores) ?? false
    const own = decides || found.length === 0 ? [stages[stage] as number] : []
    for (const cause of [...found.map(one => one.cause), ...own]) {
      const caused = at(at(this.tally.causes, cause, freshCause)[way], stage, freshCaused)
      caused.leads++
      if (caused.ids.length < mostNamed) caused.ids.push(id())
    }
  }

  /** A part that gives more points has not made a score fall. */
  private pushes({ cause, before, after }: Difference, pair: ScoredPair): boolean {
    const scores = this.plan.scoresOf[cause] ?? []
    return scores.length === 0 || scores.some(score => shiftOf(score, pair) * (after - before) > 0)
  }

  private addForemost(
    { before, after }: ScoredPair,
    differences: readonly Difference[],
    rank: Pick<Foremost, 'lead' | 'moved' | 'furthest'>,
    id: IdOf,
  ): void {
    const { foremost } = this.tally
    if (!isForemost(foremost, rank)) return
    const sides = { before: this.told(before, 'before'), after: this.told(after, 'after') }
    putForemost(foremost, {
      ...rank,
      id: id(),
      ...sides,
      differences: differences.filter(one => one.before !== one.after),
    })
  }

  private told(outcome: SideOutcome, side: 'before' | 'after'): LeadOutcome {
    const { scores, grades, stages, reasons } = this.plan.outcomes
    const own = (all: readonly Paired[]) => [...all.entries()].filter(([, one]) => one[side] >= 0)
    return {
      scores: Object.fromEntries(own(scores).map(([i, { name }]) => [name, (outcome.scores[i] as number) / 1e6])),
      grades: Object.fromEntries(own(grades).map(([i, { name }]) => [name, outcome.labels[i] as string])),
      stages: stages.filter((_, i) => outcome.stages[i] === 1).map(({ name }) => name),
      disqualified: reasons.filter((_, i) => outcome.reasons[i] === 1).map(({ name }) => name),
    }
  }
}

/** What raises a score keeps nobody from its threshold: that is now elsewhere. */
function isAgainst(way: Way, score: number | undefined, pair: ScoredPair): boolean {
  return score !== undefined && shiftOf(score, pair) > 0 !== (way === 'entering')
}

const shiftOf = (score: number, { before, after }: ScoredPair): number =>
  (after.scores[score] as number) - (before.scores[score] as number)

/** Ids are read where they are needed. */
type IdOf = () => Id

/** Whether the lead is disqualified: 1 or 0. */
const outBy = ({ reasons }: SideOutcome): number => (reasons.includes(1) ? 1 : 0)

function countScore(tally: ScoreTally, score: Paired, place: number, { before, after }: ScoredPair): void {
  const [from, to] = [before.scores[place] as number, after.scores[place] as number]
  if (score.before >= 0) addTo(tally.points, from, 0)
  if (score.after >= 0) addTo(tally.points, to, 1)
  if (!isShared(score)) return
  const shift = to - from
  tally.least = Math.min(tally.least, shift)
  tally.sum += shift
  tally.most = Math.max(tally.most, shift)
  if (shift > 0) tally.raised++
  if (shift < 0) tally.lowered++
  if (shift !== 0) addTo(tally.shifts, shift, 1)
}

const none = (): [before: number, after: number] => [0, 0]

function countLabels({ labels }: GradeTally, grade: Paired, place: number, { before, after }: ScoredPair): void {
  if (grade.before >= 0) at(labels, before.labels[place] as string, none)[0]++
  if (grade.after >= 0) at(labels, after.labels[place] as string, none)[1]++
}

/** Keeps the id of a lead that enters or leaves, and says which. */
function pass(tally: MembershipTally, before: boolean, after: boolean, id: IdOf): Way | undefined {
  if (before === after) return undefined
  const way = after ? 'entering' : 'leaving'
  tally[way].push(id())
  return way
}

function addPoints(tally: CauseTally, points: number): void {
  if (points > 0) tally.raised++
  else tally.lowered++
  tally.points += points
}

function furthestOf({ before, after }: ScoredPair, scores: readonly Paired[]): number {
  const shifts = scores.map((one, i) =>
    isShared(one) ? Math.abs((after.scores[i] as number) - (before.scores[i] as number)) : 0,
  )
  return Math.max(0, ...shifts)
}
