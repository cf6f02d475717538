import { allOf, anyOf, type Decided, decided } from '../kernel/decided.ts'
import { toPoints } from '../kernel/points.ts'
import type { Run, Scope } from '../kernel/scope.ts'
import type { Case, Rule } from '../program.ts'
import type { RuleExplanation, Saw } from '../result.ts'
import type { RuleWorth } from '../scoring/rule.ts'
import { explainBounds } from './bounds.ts'
import { explainEvents } from './events.ts'
import { type Gate, narrowed, outcomeOf } from './gate.ts'
import { missingIn, sawOf, unknownAmong, valuesOf } from './saw.ts'

export function explainRule(worth: RuleWorth, run: Run, around: Gate): RuleExplanation {
  const { rule, taken, raw, decayed, bounded, points } = worth
  const gate = narrowed(around, rule.when, run)
  const outcome = outcomeOf(worth.matched, wouldMatch(worth, run, gate))
  return {
    kind: 'rule',
    id: rule.id,
    outcome,
    missing: outcome === 'input missing' ? missingFor(worth, run, gate) : [],
    saw: [...sawOf(rule.when, { run }), ...(rule.on ? [] : sawByCases(rule, taken, { run }))],
    ...(taken?.text && { case: taken.text }),
    ...(rule.on && { events: explainEvents(worth, rule.on, run) }),
    raw: toPoints(raw),
    decayed: toPoints(decayed),
    bounded: toPoints(bounded),
    points: toPoints(points),
    ...explainBounds(rule, run),
    line: rule.span.line,
    path: rule.span.path,
  }
}

/** For a rule that gave nothing: whether what is known decides that. An open gate of a rule on events leaves it open. */
function wouldMatch(worth: RuleWorth, run: Run, gate: Gate): Decided {
  if (worth.rule.on && gate.decided === undefined) return undefined
  return allOf([gate.decided, anyOf(attempts(worth, run).map(attempt => caseDecided(worth.rule, attempt)))])
}

function missingFor(worth: RuleWorth, run: Run, gate: Gate): string[] {
  return [
    ...new Set([...gate.missing, ...attempts(worth, run).flatMap(attempt => missingInCases(worth.rule, attempt))]),
  ]
}

/** Where a rule's cases were looked at: for the lead, or for each counted event. */
interface Attempt {
  readonly scope: Scope
  readonly taken?: Case
}

function attempts({ events, taken }: RuleWorth, run: Run): Attempt[] {
  return events ? events.map(({ event, taken }) => ({ scope: { run, event }, taken })) : [{ scope: { run }, taken }]
}

/** A case that applied and gave nothing has unknown points. */
function caseDecided({ cases }: Rule, { scope, taken }: Attempt): Decided {
  return taken ? undefined : anyOf(cases.map(({ when }) => !when || decided(when.expr, scope)))
}

function missingInCases({ cases, subject }: Rule, { scope, taken }: Attempt): string[] {
  if (taken) return unknownAmong(taken.reads, scope)
  return [...unknownAmong(subject ? [subject] : [], scope), ...cases.flatMap(({ when }) => missingIn(when, scope))]
}

/** What a table looks at, or else the conditions that were tried, up to the one that held. */
function sawByCases({ cases, subject }: Rule, taken: Case | undefined, scope: Scope): Saw[] {
  if (subject) return [{ text: subject.text, holds: taken !== undefined, values: valuesOf([subject], scope) }]
  const tried = taken ? cases.slice(0, cases.indexOf(taken) + 1) : cases
  return tried.flatMap(({ when }) => sawOf(when, scope))
}
