/** What tests should show of a statement, each thing as a condition of the lead. */
import { never, not } from '@merit-lang/analysis'
import type { Ast, Span } from '@merit-lang/language'
import type { Condition, Expr, SourceSpan } from '@merit-lang/runtime'
import { holds, type Run } from '@merit-lang/runtime/reference'
import type { CoveredGoal, CoveredStatement, GoalOutcome } from './coverage.ts'
import type { Decisions } from './decisions.ts'
import type { Statement } from './statements.ts'
import { comparisonsIn, type Written } from './written.ts'

export interface SoughtStatement extends Omit<CoveredStatement, 'goals'> {
  readonly goals: readonly SoughtGoal[]
}
export interface SoughtGoal extends Omit<CoveredGoal, 'outcomes'> {
  readonly outcomes: readonly SoughtOutcome[]
}
export interface SoughtOutcome {
  readonly outcome: GoalOutcome
  /** Holds for every lead that shows it. */
  readonly condition: Expr
  /** Whether the lead of a run shows it. */
  readonly seen: (run: Run) => boolean
}

/** What a program is read with. */
export interface Reading {
  /** The statement that begins at a place. */
  readonly at: (place: SourceSpan) => Statement | undefined
  readonly decide: (condition: Expr) => Decisions
}

/** The statement at a place, if it is of this kind. */
export function statementAt<K extends Statement['kind']>({ at }: Reading, place: SourceSpan, kind: K) {
  const found = at(place)
  return found?.kind === kind ? (found as Extract<Statement, { kind: K }>) : undefined
}

/** `seen`: where the condition holds also for leads that do not show it. */
export function shownBy(
  outcome: GoalOutcome,
  condition: Expr,
  seen = (run: Run) => holds(condition, { run }),
): SoughtOutcome {
  return { outcome, condition, seen }
}

/** With its first goal, that it matches. */
export function statementOf(
  about: Pick<CoveredStatement, 'kind' | 'name' | 'of' | 'span'>,
  matched: SoughtOutcome,
  goals: readonly SoughtGoal[],
): SoughtStatement {
  const { name: text, span } = about
  return { ...about, goals: [{ kind: 'statement', text, span, outcomes: [matched] }, ...goals] }
}

/** From a condition to one of the lead: that it holds for the lead itself, or for one of the events that it is asked of. */
export type Asked = (condition: Expr) => Expr
export const ofLead: Asked = condition => condition

/** Each comparison of a condition, in each way in which it may come out. `first`: which of them the text begins with. */
export function comparisonGoals(
  condition: Condition | undefined,
  ast: Ast.Expr | undefined,
  { decide }: Reading,
  { asked = ofLead, first = 0 }: { readonly asked?: Asked; readonly first?: number } = {},
): readonly SoughtGoal[] {
  return comparisonsIn(ast).flatMap((written, i) => {
    const part = condition?.parts[first + i]
    return part ? [comparisonGoal(written, decide(part.holds), asked)] : []
  })
}

function comparisonGoal(written: Written, decisions: Decisions, asked: Asked): SoughtGoal {
  const ways = (['true', 'false', 'unknown'] as const).filter(way => decisions[way] !== never)
  return { kind: 'condition', ...written, outcomes: ways.map(way => shownBy(way, asked(decisions[way]))) }
}

/** A score on both sides of a threshold. `reached`: that it is there or above. */
export function thresholdGoal(text: string, span: Span, reached: Expr): SoughtGoal {
  return { kind: 'threshold', text, span, outcomes: [shownBy('reached', reached), shownBy('missed', not(reached))] }
}
