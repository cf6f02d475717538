/** What was counted, as it is told. */
import type { Program } from '@merit-lang/runtime'
import type { Foremost } from './foremost.ts'
import type {
  AffectedLead,
  Cause,
  Caused,
  GradeImpact,
  Impact,
  Membership,
  ScoreImpact,
  Shift,
  StageImpact,
} from './impact.ts'
import { onlyIn, type Paired } from './outcomes.ts'
import type { ImpactPlan, PossibleCause } from './plan.ts'
import { binsOf } from './spread.ts'
import type { CausedTally, CauseTally, GradeTally, Id, ImpactTally, MembershipTally, ScoreTally } from './tally.ts'

/** So many bins they have at most. */
const bins = { distribution: 20, shifts: 8 } as const

export function impactOf(tally: ImpactTally, plan: ImpactPlan): Impact {
  const { scores, grades, stages } = plan.outcomes
  return {
    leads: tally.leads,
    known: tally.known,
    affected: tally.affected,
    scores: scores.map((one, i) => scoreImpact(one, tally.scores[i] as ScoreTally, tally.leads, plan)),
    grades: grades.map((one, i) => gradeImpact(one, tally.grades[i] as GradeTally, plan)),
    stages: stages.map((one, i) => stageImpact(one, tally.stages[i] as MembershipTally)),
    disqualified: membership(tally.disqualified),
    causes: causesOf(tally, plan),
    mostAffected: tally.foremost.map(one => affectedLead(one, plan)),
  }
}

/** A lead that has no id is called by its number, counted from 1. */
const written = (id: Id): string => (typeof id === 'number' ? String(id + 1) : id)
const toPoints = (millionths: number): number => millionths / 1e6

// ---------------------------------------------------------------- outcomes

function scoreImpact(score: Paired, tally: ScoreTally, leads: number, plan: ImpactPlan): ScoreImpact {
  const { raised, lowered, points, shifts } = tally
  return {
    name: score.name,
    ...onlyIn(score),
    raised,
    lowered,
    shift: shiftOf(tally, leads),
    distribution: binsOf(points, bins.distribution),
    shifts: binsOf(shifts, bins.shifts).map(({ low, high, after }) => ({ low, high, leads: after })),
    thresholds: thresholdsOf(score, plan),
  }
}

function shiftOf({ least, sum, most }: ScoreTally, leads: number): Shift {
  if (least > most) return { least: 0, mean: 0, most: 0, furthest: 0 }
  const furthest = Math.max(Math.abs(least), Math.abs(most))
  return { least: toPoints(least), mean: toPoints(sum / leads), most: toPoints(most), furthest: toPoints(furthest) }
}

function thresholdsOf(score: Paired, { before, after, outcomes }: ImpactPlan): ScoreImpact['thresholds'] {
  return outcomes.stages.flatMap(stage => {
    const [one, other] = [thresholds(before, stage.before, score.before), thresholds(after, stage.after, score.after)]
    return Array.from({ length: Math.max(one.length, other.length) }, (_, i) => ({
      stage: stage.name,
      ...(one[i] === undefined ? {} : { before: one[i] }),
      ...(other[i] === undefined ? {} : { after: other[i] }),
    }))
  })
}

/** From the lowest. */
function thresholds({ stages }: Program, stage: number, score: number): readonly number[] {
  const found = (stages[stage]?.lines ?? []).flatMap(({ at }) => {
    if (at?.score !== score || at.threshold.op !== 'const') return []
    return typeof at.threshold.value === 'number' ? [at.threshold.value] : []
  })
  return found.sort((a, b) => a - b)
}

function gradeImpact(grade: Paired, { labels, moves }: GradeTally, plan: ImpactPlan): GradeImpact {
  const names = new Set([
    ...labelsIn(plan.after, grade.after),
    ...labelsIn(plan.before, grade.before),
    ...[...labels.keys()].sort(),
  ])
  const moved = [...moves].flatMap(([from, tos]) => [...tos].map(([to, ids]) => ({ from, to, ids: ids.map(written) })))
  return {
    name: grade.name,
    ...onlyIn(grade),
    labels: [...names].map(label => {
      const [before, after] = labels.get(label) ?? [0, 0]
      return { label, before, after }
    }),
    moves: moved.sort((a, b) => b.ids.length - a.ids.length || byText(a.from + a.to, b.from + b.to)),
  }
}

/** Of a joined grade nothing: most of what its parts could be together no lead has. */
function labelsIn({ grades }: Program, index: number): readonly string[] {
  const grade = grades[index]
  return grade?.kind === 'cases' ? [...grade.cases.map(({ label }) => label), grade.otherwise] : []
}

function stageImpact(stage: Paired, tally: MembershipTally): StageImpact {
  return { name: stage.name, ...onlyIn(stage), ...membership(tally) }
}

function membership({ before, after, entering, leaving }: MembershipTally): Membership {
  return { before, after, entering: entering.map(written), leaving: leaving.map(written) }
}

// ---------------------------------------------------------------- causes and leads

function causesOf({ causes }: ImpactTally, plan: ImpactPlan): readonly Cause[] {
  const told = [...causes].map(([place, tally]) => causeOf(plan.causes[place] as PossibleCause, tally, plan))
  return told.sort((a, b) => moving(b) - moving(a) || touched(b) - touched(a) || byText(nameOf(a), nameOf(b)))
}

const moving = ({ entering, leaving }: Cause): number =>
  [...Object.values(entering), ...Object.values(leaving)].reduce((sum, { leads }) => sum + leads, 0)
const touched = ({ raised, lowered }: Cause): number => raised + lowered
const nameOf = ({ kind, within, name }: Cause): string => JSON.stringify([kind, ...within, name])

function causeOf({ kind, name, within }: PossibleCause, tally: CauseTally, { outcomes }: ImpactPlan): Cause {
  const { raised, lowered, points } = tally
  const byStage = (caused: ReadonlyMap<number, CausedTally>): Readonly<Record<string, Caused>> =>
    Object.fromEntries(
      [...caused]
        .sort(([a], [b]) => a - b)
        .map(([stage, { leads, ids }]) => {
          return [(outcomes.stages[stage] as Paired).name, { leads, ids: ids.map(written) }]
        }),
    )
  const passages = { entering: byStage(tally.entering), leaving: byStage(tally.leaving) }
  return { kind, name, within, raised, lowered, points: toPoints(points), ...passages }
}

function affectedLead({ id, before, after, differences }: Foremost, { causes }: ImpactPlan): AffectedLead {
  return {
    id: written(id),
    before,
    after,
    differences: differences.map(one => {
      const { kind, name, within } = causes[one.cause] as PossibleCause
      return { kind, name, within, before: toPoints(one.before), after: toPoints(one.after) }
    }),
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
