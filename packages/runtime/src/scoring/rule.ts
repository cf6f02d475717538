import { holds, numberOf } from '../kernel/expressions.ts'
import { billionths, bound, millionths, sumOfBillionths, wholeMillionths } from '../kernel/points.ts'
import type { Run, Scope } from '../kernel/scope.ts'
import type { LeadEvent } from '../lead/lead.ts'
import type { Case, Expr, OnEvents, Rule } from '../program.ts'

/** What a rule gives and how it comes to that. Points in whole millionths. */
export interface RuleWorth {
  readonly kind: 'rule'
  readonly rule: Rule
  /** Whether the rule counts for the lead at all. */
  readonly applies: boolean
  /** Whether a case applied and its points are known: for the lead, or for at least one event. Else the rule gives nothing. */
  readonly matched: boolean
  /** The case that applied to the lead; absent for rules on events. */
  readonly taken?: Case
  /** For rules on events: those that counted. */
  readonly events?: readonly EventWorth[]
  /** Before decay, cap, floor and weight. */
  readonly raw: number
  /** After decay. */
  readonly decayed: number
  /** After cap and floor. */
  readonly bounded: number
  /** After weight: what the rule gives. */
  readonly points: number
}

/** What one event gives. Points in billionths; none where they are unknown or no case applied. */
export interface EventWorth {
  readonly event: LeadEvent
  readonly age: number
  readonly taken?: Case
  readonly matched: boolean
  readonly raw: bigint
  readonly points: bigint
}

/** `active`: whether the blocks around the rule are. In an inactive one no rule gives anything. */
export function ruleWorth(rule: Rule, run: Run, active: boolean): RuleWorth {
  const applies = active && (!rule.when || holds(rule.when.expr, { run }))
  const found = rule.on ? fromEvents(rule, rule.on, run, applies) : fromLead(rule, run, applies)
  return { kind: 'rule', rule, applies, ...found, ...bounds(rule, run, found) }
}

type Found = Pick<RuleWorth, 'matched' | 'taken' | 'events' | 'raw' | 'decayed'>

function fromLead(rule: Rule, run: Run, applies: boolean): Found {
  const taken = applies ? caseOf(rule, { run }) : undefined
  const points = taken ? numberOf(taken.points, { run }) : null
  const raw = millionths(points ?? 0)
  return { matched: points !== null, taken, raw, decayed: raw }
}

function fromEvents(rule: Rule, on: OnEvents, run: Run, applies: boolean): Found {
  const events = applies ? countedEvents(on, run).map(event => eventWorth(rule, on, run, event)) : []
  const raw = sumOfBillionths(events.map(event => event.raw))
  const decayed = sumOfBillionths(events.map(event => event.points))
  return { matched: events.some(event => event.matched), events, raw, decayed }
}

/** The events that every modifier left. */
function countedEvents(on: OnEvents, run: Run): readonly LeadEvent[] {
  const last = on.steps.at(-1)
  return last ? run.events(last.set) : []
}

function eventWorth(rule: Rule, on: OnEvents, run: Run, event: LeadEvent): EventWorth {
  const age = run.now - event.at
  const taken = caseOf(rule, { run, event })
  const amount = taken ? numberOf(taken.points, { run, event }) : null
  const points = amount !== null && on.decay ? numberOf(on.decay.points, { run, event, amount, age }) : amount
  return { event, age, taken, matched: points !== null, raw: billionths(amount ?? 0), points: billionths(points ?? 0) }
}

/** The first case that holds. */
function caseOf(rule: Rule, scope: Scope): Case | undefined {
  return rule.cases.find(one => !one.when || holds(one.when.expr, scope))
}

/** Bounds and weight are of what a rule gives: one that gives nothing has no floor to stand on. */
function bounds(rule: Rule, run: Run, { matched, decayed }: Found): { bounded: number; points: number } {
  if (!matched) return { bounded: 0, points: 0 }
  const bounded = bound(decayed, limit(rule.cap, run), limit(rule.floor, run))
  return { bounded, points: wholeMillionths(bounded * (rule.weight ?? 1)) }
}

/** A cap or floor in millionths; null, which does not bind, where there is none or it is unknown. */
export function limit(expr: Expr | undefined, run: Run): number | null {
  const points = expr ? numberOf(expr, { run }) : null
  return points === null ? null : millionths(points)
}
