import { aggregateOf } from './kernel/aggregates.ts'
import { type Decided, decided } from './kernel/decided.ts'
import { compute, holds, numberOf } from './kernel/expressions.ts'
import { inOrder, lazily, once } from './kernel/memo.ts'
import { momentAt } from './kernel/moment.ts'
import { bound, millionths, toPoints } from './kernel/points.ts'
import type { Run, Scope } from './kernel/scope.ts'
import { eventsOf } from './kernel/sets.ts'
import type { Lead, LeadEvent } from './lead/lead.ts'
import type { Disqualification, EventSet, Expr, Grade, Program, Score, Stage, Value } from './program.ts'
import type { Result } from './result.ts'
import { blockWorth } from './scoring/block.ts'
import { limit } from './scoring/rule.ts'
import { formatInstant, isInstant } from './time/instant.ts'
import { latched } from './timeline/latched.ts'
import { lineOf } from './timeline/line.ts'
import type { Snapshot } from './timeline/snapshot.ts'
import { type Subject, subjectOf } from './timeline/subject.ts'
import { UnsupportedProgram } from './unsupported.ts'

/**
 * The result of a program for a lead at an instant (milliseconds since 1970 UTC): the reference that every other way to
 * run a program is held to. Events after `now` do not count.
 *
 * Throws `UnsupportedProgram` where the program has a form that this version cannot run, and `RangeError` where `now` is no
 * instant of the years 0001 to 9999.
 */
export function evaluate(program: Program, lead: Lead, now: number): Result {
  return evaluation(program, lead, now).result()
}

/** One scoring of a lead, open to questions. Expressions are those of the program that was given. */
export interface Evaluation {
  /** Whether a condition holds for the lead. */
  holds(condition: Expr): boolean
  value(expr: Expr): Value
  /** Whether what is known decides the condition; undefined where it does not. */
  decided(condition: Expr): Decided
  result(): Result
}

/** As `evaluate`, for whoever asks more than the result. Throws the same. */
export function evaluation(program: Program, lead: Lead, now: number): Evaluation {
  const run = runOf(program, lead, now)
  return {
    holds: condition => holds(condition, { run }),
    value: expr => compute(expr, { run }),
    decided: condition => decided(condition, { run }),
    result: () => resultOf(run),
  }
}

/** Starts one scoring; nothing is worked out before it is asked for. */
export function runOf(program: Program, lead: Lead, now: number): Run {
  if (program.unsupported.length > 0) throw new UnsupportedProgram(program.unsupported)
  if (!isInstant(now)) throw new RangeError('now must be milliseconds since 1970 UTC, within the years 0001 to 9999.')
  const lasting = lazily(() => latched(subjectOfRun(run), now))
  const run: Run = {
    program,
    lead,
    now,
    value: inOrder(index => compute(program.values[index] as Expr, { run })),
    decided: inOrder(index => decided(program.values[index] as Expr, { run })),
    sharedSet: inOrder(index => eventsOf(program.sets[index] as EventSet, run)),
    events: once(set => eventsOf(set, run)),
    aggregate: once(of => aggregateOf(of, run)),
    moment: once(momentAt),
    score: inOrder(index => scoreOf(program.scores[index] as Score, run)),
    grade: inOrder(index => gradeOf(program.grades[index] as Grade, run)),
    line: (stage, line) => {
      const { when, until } = lineOf(program, stage, line)
      return holds(when.expr, { run }) || (until !== undefined && lasting()(stage, line))
    },
    stage: inOrder(index => stageOf(index, run)),
  }
  return run
}

/** The lead of a run at every instant. */
export function subjectOfRun({ program, lead, now }: Run): Subject {
  const happened = lead.events.map(({ at }) => at)
  return subjectOf(program, happened, now, at => snapshotOf(runOf(program, lead, at)))
}

function snapshotOf(run: Run): Snapshot {
  return {
    value: (expr, event, amount, age) => compute(expr, { run, event, amount, age } as Scope),
    events: run.events,
    timeOf: event => (event as LeadEvent).at,
    score: run.score,
  }
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

/** A disqualified lead is in no stage. */
function stageOf(index: number, run: Run): boolean {
  const { lines } = run.program.stages[index] as Stage
  return disqualifiedFor(run).length === 0 && lines.some((_, line) => run.line(index, line))
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
