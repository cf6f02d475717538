import { holds } from '../kernel/expressions.ts'
import type { Run } from '../kernel/scope.ts'
import type { Disqualification, Grade, Stage } from '../program.ts'
import type { Explanation, GradeExplanation, StageExplanation } from '../result.ts'
import { sawOf } from './saw.ts'

export function explainGrade(grade: Grade, label: string, run: Run): GradeExplanation {
  const { name, span } = grade
  const cases = grade.kind === 'joined' ? [] : grade.cases
  const seen = cases.map(({ label, when }) => ({ label, holds: holds(when.expr, { run }), saw: sawOf(when, { run }) }))
  return { name, label, cases: seen, line: span.line, path: span.path }
}

/** A line may hold and the stage not: then the lead is disqualified. */
export function explainStage({ name, lines }: Stage, inStage: boolean, run: Run): StageExplanation {
  const seen = lines.map(({ text, when, span }) => {
    const place = { line: span.line, path: span.path }
    return { text, holds: holds(when.expr, { run }), saw: sawOf(when, { run }), ...place }
  })
  return { name, holds: inStage, lines: seen }
}

export function explainDisqualification(
  { reason, when }: Disqualification,
  run: Run,
): Explanation['explained']['disqualifications'][number] {
  return { reason, holds: holds(when.expr, { run }), saw: sawOf(when, { run }) }
}
