/** What tests should show of grades, stages and disqualifications. */
import { every, not } from '@merit-lang/analysis'
import type { Ast, Span } from '@merit-lang/language'
import { written } from '@merit-lang/language'
import type { Condition, Disqualification, Expr, Grade, Stage, StageLine } from '@merit-lang/runtime'
import {
  comparisonGoals,
  type Reading,
  type SoughtGoal,
  type SoughtStatement,
  shownBy,
  statementAt,
  statementOf,
  thresholdGoal,
} from './sought.ts'

/** Each row where those before it do not hold, and what is left. */
export function soughtInGrade(grade: Grade, reading: Reading): readonly SoughtStatement[] {
  const ast = statementAt(reading, grade.span, 'grade')
  if (grade.kind === 'joined' || !ast) return []
  const without = grade.cases.map(({ when }) => not(when.expr))
  const row = (label: string, span: Span, holds: Expr, goals: readonly SoughtGoal[]) => {
    const about = { kind: 'grade', name: `${grade.name} ${label}`, of: grade.name, span } as const
    return statementOf(about, shownBy('matched', holds), goals)
  }
  const rows = grade.cases.flatMap(({ label, when }, i) => {
    const place = ast.rows?.[i]
    return place
      ? [row(label, place.span, every(...without.slice(0, i), when.expr), goalsOf(when, place, reading))]
      : []
  })
  return ast.otherwise ? [...rows, row(grade.otherwise, ast.otherwise.span, every(...without), [])] : rows
}

/** A line may be on and the lead disqualified all the same. */
export function soughtInStage({ name, lines }: Stage, stage: number, reading: Reading): readonly SoughtStatement[] {
  return lines.flatMap((line, place) => {
    const ast = statementAt(reading, line.span, 'qualify')
    if (!ast) return []
    const about = { kind: 'stage', name: line.text, of: name, span: ast.span } as const
    const matched = shownBy('matched', line.when.expr, run => run.line(stage, place))
    return [statementOf(about, matched, [...goalsOf(line.when, ast, reading), ...untilGoals(line, ast)])]
  })
}

export function soughtInDisqualification({ reason, when, span }: Disqualification, reading: Reading) {
  const ast = statementAt(reading, span, 'disqualify')
  if (!ast) return []
  const about = { kind: 'disqualification', name: `disqualify ${reason}`, of: reason, span: ast.span } as const
  return [statementOf(about, shownBy('matched', when.expr), comparisonGoals(when, ast.condition, reading))]
}

/** The threshold is the first comparison of the condition. */
function goalsOf(when: Condition, ast: Ast.GradeRow | Ast.Qualify, reading: Reading): readonly SoughtGoal[] {
  const [threshold] = when.parts
  if (!ast.at || !threshold) return comparisonGoals(when, ast.when, reading)
  return [
    thresholdGoal(threshold.text, ast.at.span, threshold.holds),
    ...comparisonGoals(when, ast.when, reading, { first: 1 }),
  ]
}

function untilGoals({ at, until }: StageLine, ast: Ast.Qualify): readonly SoughtGoal[] {
  if (!at || !until || !ast.until) return []
  const stays: Expr = { op: 'atMost', left: until, right: { op: 'score', index: at.score } }
  return [thresholdGoal(`until below ${written(ast.until.span)}`, ast.until.span, stays)]
}
