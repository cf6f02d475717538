import { aggregateOf } from './kernel/aggregates.ts'
import { compute, holds, numberOf } from './kernel/expressions.ts'
import { inOrder, lazily, once } from './kernel/memo.ts'
import { momentAt } from './kernel/moment.ts'
import { bound, millionths, toPoints } from './kernel/points.ts'
import type { Run } from './kernel/scope.ts'
import { eventsOf } from './kernel/sets.ts'
import type { Lead } from './lead/lead.ts'
import type { Disqualification, EventSet, Expr, Grade, Program, Score, Stage, StageLine } from './program.ts'
import type { Result } from './result.ts'
import { blockWorth } from './scoring/block.ts'
import { limit } from './scoring/rule.ts'
import { formatInstant, isInstant } from './time/instant.ts'

/** Whether a line of a stage that its condition would leave off stays on, since it has `until`. */
export type StaysOn = (stage: number, line: number) => boolean

/**
 * Starts one scoring; nothing is worked out before it is asked for. `staying` is asked only for lines with `until`.
 * @throws RangeError where `now` is no instant of the years 0001 to 9999.
 */
export function startRun(program: Program, lead: Lead, now: number, staying: (run: Run) => StaysOn): Run {
  if (!isInstant(now)) throw new RangeError('now must be milliseconds since 1970 UTC, within the years 0001 to 9999.')
  const staysOn = lazily(() => staying(run))
  const run: Run = {
    program,
    lead,
    now,
    value: inOrder(index => compute(program.values[index] as Expr, { run })),
    sharedSet: inOrder(index => eventsOf(program.sets[index] as EventSet, run)),
    events: once(set => eventsOf(set, run)),
    aggregate: once(of => aggregateOf(of, run)),
    moment: once(momentAt),
    score: inOrder(index => scoreOf(program.scores[index] as Score, run)),
    grade: inOrder(index => gradeOf(program.grades[index] as Grade, run)),
    line: (stage, line) => isOn(stage, line, run, staysOn),
    stage: inOrder(index => stageOf(index, run)),
  }
  return run
}

/** In millionths. */
function scoreOf(score: Score, run: Run): number {
  return score.kind === 'rules' ? blockWorth(score.block, run).points : formulaWorth(score, run).points
}

/** A composed score in millionths, before and after its bounds. Unknown is 0. */
export function formulaWorth(score: Extract<Score, { kind: 'formula' }>, run: Run): { raw: number; points: number } {
  const raw = millionths(numberOf(score.formula, { run }) ?? 0)
  return { raw, points: bound(raw, limit(score.cap, run), limit(score.floor, run)) }
}

function gradeOf(grade: Grade, run: Run): string {
  if (grade.kind === 'joined') return grade.grades.map(run.grade).join('')
  return grade.cases.find(({ when }) => holds(when.expr, { run }))?.label ?? grade.otherwise
}

function isOn(stage: number, line: number, run: Run, staysOn: () => StaysOn): boolean {
  const { when, until } = linesOf(stage, run)[line] as StageLine
  return holds(when.expr, { run }) || (until !== undefined && staysOn()(stage, line))
}

function linesOf(stage: number, { program }: Run): readonly StageLine[] {
  return (program.stages[stage] as Stage).lines
}

/** A disqualified lead is in no stage. */
function stageOf(index: number, run: Run): boolean {
  return disqualifiedFor(run).length === 0 && linesOf(index, run).some((_, line) => run.line(index, line))
}

/** In the order of the file. */
function disqualifiedFor(run: Run): readonly Disqualification[] {
  return run.program.disqualifications.filter(({ when }) => holds(when.expr, { run }))
}

export function resultOf(run: Run): Result {
  const { program, lead, now } = run
  return {
    id: lead.id,
    at: formatInstant(now),
    scores: byName(program.scores, index => toPoints(run.score(index))),
    grades: byName(program.grades, run.grade),
    stages: byName(program.stages, run.stage),
    disqualified: disqualifiedFor(run).map(({ reason }) => reason),
    issues: lead.issues,
    revision: program.revision,
  }
}

function byName<T>(named: readonly { readonly name: string }[], answer: (index: number) => T): Record<string, T> {
  return Object.fromEntries(named.map(({ name }, index) => [name, answer(index)]))
}
