import { type Decided, decided } from './kernel/decided.ts'
import { compute, holds } from './kernel/expressions.ts'
import type { Run, Scope } from './kernel/scope.ts'
import type { Lead, LeadEvent } from './lead/lead.ts'
import type { Expr, Program, Value } from './program.ts'
import type { Result } from './result.ts'
import { resultOf, startRun } from './run.ts'
import { latched } from './timeline/latched.ts'
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

/** Starts one scoring. Throws as `evaluate`. */
export function runOf(program: Program, lead: Lead, now: number): Run {
  if (program.unsupported.length > 0) throw new UnsupportedProgram(program.unsupported)
  return startRun(program, lead, now, run => latched(subjectOfRun(run), now))
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
