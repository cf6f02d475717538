import { inOrder, once } from '../kernel/memo.ts'
import type { Disqualification, EventSet, Expr, Grade, Stage } from '../program.ts'
import { aggregateOf } from './aggregates.ts'
import { anything, both, type Enclosure, opposite, type Truth } from './enclosure.ts'
import { enclose, firstOf, truth } from './expressions.ts'
import { type Period, scopeOf } from './period.ts'
import { placeAfter, type Span } from './search.ts'
import { membersOf } from './sets.ts'
import type { Subject } from './subject.ts'
import { scoreWorth } from './worth.ts'

/** Whether a line of a stage that has `until` is on throughout a period. */
export type LineState = (stage: number, line: number, period: Period) => Truth

export function periodOf(subject: Subject, { from, to }: Span, lineState: LineState): Period {
  const { program } = subject
  const period: Period = {
    program,
    from,
    to,
    isQuiet: placeAfter(subject.times, from) === placeAfter(subject.times, to),
    end: () => subject.at(to),
    value: inOrder(index => enclose(program.values[index] as Expr, scopeOf(period))),
    sharedSet: inOrder(index => membersOf(program.sets[index] as EventSet, period)),
    members: once(set => membersOf(set, period)),
    aggregate: once(of => aggregateOf(of, period)),
    score: inOrder(index => scoreWorth(index, period)),
    grade: inOrder(index => gradeOf(program.grades[index] as Grade, period)),
    stage: inOrder(index => stageOf(index, period, lineState)),
    disqualified: once(index =>
      truth((program.disqualifications[index] as Disqualification).when.expr, scopeOf(period)),
    ),
    isUnclear: false,
  }
  return period
}

function gradeOf(grade: Grade, period: Period): Enclosure {
  if (grade.kind === 'cases') {
    return firstOf(
      grade.cases,
      one => truth(one.when.expr, scopeOf(period)),
      one => one.label,
      () => grade.otherwise,
    )
  }
  const labels = grade.grades.map(period.grade)
  return labels.every(label => typeof label === 'string') ? labels.join('') : anything
}

function stageOf(stage: number, period: Period, lineState: LineState): Truth {
  const { lines } = period.program.stages[stage] as Stage
  const barred = anyOf(period.program.disqualifications.map((_, index) => period.disqualified(index)))
  if (barred) return false
  const on = anyOf(
    lines.map(({ when, until }, line) => (until ? lineState(stage, line, period) : truth(when.expr, scopeOf(period)))),
  )
  return both(opposite(barred), on)
}

function anyOf(truths: readonly Truth[]): Truth {
  return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false
}
