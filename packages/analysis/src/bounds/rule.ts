import type { Rule } from '@merit-lang/runtime'
import {
  both,
  clampMillionths,
  highest,
  isKnown,
  lowest,
  millionths,
  type Truth,
  wholeMillionths,
} from '@merit-lang/runtime/reference'
import { sumsOf } from './event-sums.ts'
import { truth } from './expressions.ts'
import type { Extreme } from './extremes.ts'
import { STRANGER } from './members.ts'
import { type Limits, limitsOf, pointsOf } from './rule-parts.ts'
import type { View } from './view.ts'

/** What a rule gives in millionths after cap, floor and weight, where the blocks around it are active. */
export interface RuleBounds {
  readonly low: RuleEnd
  readonly high: RuleEnd
  /** Whether a case applies and its points are known, for the lead or for an event. */
  readonly matched: Truth
}

export interface RuleEnd {
  readonly points: number
  /** By event class, how many events lead there: a suggestion, empty for rules without events. */
  readonly counts: ReadonlyMap<number, number>
}

/** How many events are suggested where the more there are the better. */
const MANY = 1000

const noEvents: ReadonlyMap<number, number> = new Map()
const nothing: RuleEnd = { points: 0, counts: noEvents }
const unmatched: RuleBounds = { low: nothing, high: nothing, matched: false }

export function ruleBounds(rule: Rule, view: View): RuleBounds {
  return rule.on ? fromEvents(rule, view) : fromLead(rule, view)
}

function appliesTo({ when }: Rule, view: View): Truth {
  return when ? truth(when.expr, view) : true
}

function fromLead(rule: Rule, view: View): RuleBounds {
  const applies = appliesTo(rule, view)
  const points = applies === false ? null : pointsOf(rule, view.lead)
  const matched = both(applies, isKnown(points))
  if (matched === false) return unmatched
  const { low, high } = limitsOf(rule, view)
  const end = (points: number, limits: Limits) => ({
    points: given(millionths(points), limits, rule),
    counts: noEvents,
  })
  return orNothing(end(lowest(points), low), end(highest(points), high), matched)
}

function fromEvents(rule: Rule, view: View): RuleBounds {
  const applies = appliesTo(rule, view)
  if (applies === false) return unmatched
  const sums = sumsOf(rule, view)
  const matched = both(applies, sums.matched)
  if (matched === false) return unmatched
  const { low, high } = limitsOf(rule, view)
  return orNothing(ended(sums.low, low, rule), ended(sums.high, high, rule), matched)
}

/** After cap, floor and weight. */
function given(sum: number, { cap, floor }: Limits, { weight = 1 }: Rule): number {
  return wholeMillionths(Math.max(Math.min(sum, cap), floor) * weight)
}

function ended({ sum, counts }: Extreme, limits: Limits, rule: Rule): RuleEnd {
  const points = given(clampMillionths(Math.floor((sum + 500) / 1000)), limits, rule)
  return { points, counts: suggested(counts) }
}

function suggested(counts: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  return new Map([...counts].flatMap(([index, count]) => (index === STRANGER ? [] : [[index, Math.min(count, MANY)]])))
}

/** A rule that does not match gives nothing, whatever its floor. */
function orNothing(low: RuleEnd, high: RuleEnd, matched: Truth): RuleBounds {
  if (matched) return { low, high, matched }
  return { low: low.points > 0 ? nothing : low, high: high.points < 0 ? nothing : high, matched }
}
