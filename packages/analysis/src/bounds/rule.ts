import type { Expr, Rule } from '@merit-lang/runtime'
import {
  both,
  clampMillionths,
  type Enclosure,
  either,
  highest,
  isKnown,
  lowest,
  mayBeUnknown,
  millionths,
  orElse,
  rising,
  type Truth,
  wholeBillionths,
  wholeMillionths,
} from '@merit-lang/runtime/reference'
import { ageOf } from './attributes.ts'
import { asKnown } from './choice.ts'
import { enclose, enclosing, firstOf, truth, truthIn } from './expressions.ts'
import { type Extreme, greatest, least } from './extremes.ts'
import { classOf, type Members, STRANGER } from './members.ts'
import { EVENTS, needsOf } from './needs.ts'
import { membersOf } from './sets.ts'
import { remembered, type Scope, scopeOf, type View } from './view.ts'

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

const LIMIT = clampMillionths(Number.POSITIVE_INFINITY)
/** How many events are suggested where the more there are the better. */
const MANY = 1000

const noEvents: ReadonlyMap<number, number> = new Map()
const nothing: RuleEnd = { points: 0, counts: noEvents }
const unmatched: RuleBounds = { low: nothing, high: nothing, matched: false }

export function ruleBounds(rule: Rule, view: View): RuleBounds {
  if (!rule.on) return fromLead(rule, view)
  const answers = needsOf(rule, view.space) <= EVENTS ? view.ofEvents : view.answers
  return remembered(answers.rules, rule, () => fromEvents(rule, view))
}

/** Caps and floors in millionths; `unbound` where there is none or it is unknown. */
export function limitOf(expr: Expr | undefined, unbound: number, view: View): Enclosure {
  return expr ? orElse(rising(enclose(expr, view), millionths), unbound) : unbound
}

function appliesTo({ when }: Rule, view: View): Truth {
  return when ? truth(when.expr, view) : true
}

/** The points of the first case that holds; unknown where none does. */
function pointsOf({ cases }: Rule, scope: Scope): Enclosure {
  return firstOf(
    cases,
    one => !one.when || truthIn(one.when.expr, scope),
    one => enclosing(one.points, scope.view.space)(scope),
    () => null,
  )
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
  const set = rule.on?.steps.at(-1)?.set
  if (applies === false || !set) return unmatched
  const members = membersOf(set, view)
  const worths = new Map([...members.classes.keys()].map(index => [index, eventWorth(rule, index, view)] as const))
  const matched = both(applies, isAnyKnown(worths, members))
  if (matched === false) return unmatched
  const { low, high } = limitsOf(rule, view)
  const whole = (end: (worth: Enclosure) => number) =>
    new Map([...worths].map(([index, worth]) => [index, wholeBillionths(end(orElse(worth, 0)))] as const))
  return orNothing(
    ended(least(members, whole(lowest), low.floor * 1000), low, rule),
    ended(greatest(members, whole(highest), high.cap * 1000), high, rule),
    matched,
  )
}

/** What each event of a class gives, after decay. */
function eventWorth(rule: Rule, index: number, view: View): Enclosure {
  const event = classOf(index, view.space)
  const amount = pointsOf(rule, scopeOf(view, event))
  const decay = rule.on?.decay?.points
  if (!decay || amount === null) return amount
  const decayed = enclosing(decay, view.space)(scopeOf(view, event, asKnown(amount), ageOf(event)))
  return mayBeUnknown(amount) ? either(decayed, null) : decayed
}

/** Whether the points of some event are known. */
function isAnyKnown(worths: ReadonlyMap<number, Enclosure>, { low, classes }: Members): Truth {
  const truths = [...worths].map(([index, worth]) => ({
    isThere: (classes.get(index)?.low ?? 0) > 0,
    known: isKnown(worth),
  }))
  if (truths.every(({ known }) => known === false)) return false
  const surely = truths.some(({ isThere, known }) => isThere && known) || truths.every(({ known }) => known)
  return surely && low > 0 ? true : undefined
}

interface Limits {
  readonly cap: number
  readonly floor: number
}

/** For each end, in millionths. What goes beyond all points does not matter. */
function limitsOf({ cap, floor }: Rule, view: View): { readonly low: Limits; readonly high: Limits } {
  const [most, least] = [limitOf(cap, LIMIT, view), limitOf(floor, -LIMIT, view)]
  return {
    low: { cap: lowest(most), floor: lowest(least) },
    high: { cap: highest(most), floor: highest(least) },
  }
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
