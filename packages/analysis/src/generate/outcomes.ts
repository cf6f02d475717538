/** What there is to show of grades, stages, disqualifications and promises. */
import type { Disqualification, Grade, Program, Promised, Stage } from '@merit-lang/runtime'
import { every, not, some } from './logic.ts'
import { effectsOf, type Target } from './target.ts'

export function outcomeTargets(program: Program): readonly Target[] {
  const { stages, grades, disqualifications, promises } = program
  return [
    ...stages.flatMap(stage => stageTargets(stage, disqualifications)),
    ...grades.flatMap(gradeTargets),
    ...disqualifications.flatMap(disqualificationTargets),
    ...promises.flatMap(promiseTargets),
  ]
}

/** Either line is enough, so that a line decides where no other is on; and a disqualification beats them all. */
function stageTargets({ name, lines }: Stage, disqualifications: readonly Disqualification[]): readonly Target[] {
  const of = name
  const expr = some(...lines.map(({ when }) => when.expr))
  const given = disqualifications.map(({ when }) => not(when.expr))
  const condition = { expr, parts: lines.flatMap(({ when }) => when.parts) }
  const beaten = disqualifications.map(({ reason, when }) => ({
    of,
    shows: `disqualified: ${reason}`,
    ways: [every(expr, when.expr)],
  }))
  return [...effectsOf({ of }, condition, { given }), ...beaten]
}

/** Each label where those before it do not hold. */
function gradeTargets(grade: Grade): readonly Target[] {
  if (grade.kind === 'joined') return []
  const { name, cases, otherwise } = grade
  const given = cases.map(({ when }) => not(when.expr))
  return [
    ...cases.flatMap(({ label, when }, i) => effectsOf({ of: `${name} ${label}` }, when, { given: given.slice(0, i) })),
    { of: `${name} ${otherwise}`, shows: 'else', ways: [every(...given)] },
  ]
}

function disqualificationTargets({ reason, when }: Disqualification): readonly Target[] {
  return effectsOf({ of: reason }, when, { given: [] })
}

/** Whoever a promise is about. */
function promiseTargets({ text, given }: Promised): readonly Target[] {
  return given ? [{ of: text, shows: 'kept', ways: [given.expr] }] : []
}
