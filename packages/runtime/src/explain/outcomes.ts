import { subjectOfRun } from '../evaluate.ts'
import { holds } from '../kernel/expressions.ts'
import type { Run } from '../kernel/scope.ts'
import type { Disqualification, Grade, Stage, StageLine } from '../program.ts'
import type { Explanation, GradeExplanation, LineExplanation, StageExplanation } from '../result.ts'
import { formatInstant } from '../time/instant.ts'
import { onSince } from '../timeline/since.ts'
import { sawOf } from './saw.ts'

export function explainGrade(grade: Grade, label: string, run: Run): GradeExplanation {
  const { name, span } = grade
  const cases = grade.kind === 'joined' ? [] : grade.cases
  const seen = cases.map(({ label, when }) => ({ label, holds: holds(when.expr, { run }), saw: sawOf(when, { run }) }))
  return { name, label, cases: seen, line: span.line, path: span.path }
}

/** A line may hold and the stage not: then the lead is disqualified. */
export function explainStage({ name, lines }: Stage, index: number, run: Run): StageExplanation {
  return {
    name,
    holds: run.stage(index),
    lines: lines.map((line, place) => explainLine(line, run.line(index, place), run)),
  }
}

function explainLine(line: StageLine, on: boolean, run: Run): LineExplanation {
  const { text, when, span } = line
  const held = on && !holds(when.expr, { run })
  const since = held ? { heldSince: formatInstant(onSince(subjectOfRun(run), run.now, line)) } : {}
  return { text, holds: on, saw: sawOf(when, { run }), ...since, line: span.line, path: span.path }
}

export function explainDisqualification(
  { reason, when }: Disqualification,
  run: Run,
): Explanation['explained']['disqualifications'][number] {
  return { reason, holds: holds(when.expr, { run }), saw: sawOf(when, { run }) }
}
