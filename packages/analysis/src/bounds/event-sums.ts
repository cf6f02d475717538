/** What the events of a rule give together. */
import type { Rule } from '@merit-lang/runtime'
import {
  type Enclosure,
  either,
  highest,
  isKnown,
  lowest,
  mayBeUnknown,
  orElse,
  type Truth,
  wholeBillionths,
} from '@merit-lang/runtime/reference'
import type { Space } from '../space/space.ts'
import { ageOf } from './attributes.ts'
import { asKnown } from './choice.ts'
import { enclosing } from './expressions.ts'
import { type Extreme, greatest, least } from './extremes.ts'
import { classOf, type Members } from './members.ts'
import { classesReadBy, EVENTS, needsOf } from './needs.ts'
import { limitsOf, pointsOf } from './rule-parts.ts'
import { membersOf } from './sets.ts'
import { remembered, scopeOf, type View } from './view.ts'

/** In billionths, before cap and floor, for leads to which the rule applies. */
export interface Sums {
  readonly low: Extreme
  readonly high: Extreme
  /** Whether the points of some event are known. */
  readonly matched: Truth
}

export function sumsOf(rule: Rule, view: View): Sums {
  if (needsOfSums(rule, view.space) > EVENTS) return work(rule, view)
  return remembered(view.ofEvents.sums, rule, () => byCounts(rule, view))
}

/** Without what decides whether the rule applies. */
function needsOfSums({ on, cases, cap, floor }: Rule, space: Space): number {
  return Math.max(...[on, cases, cap, floor].map(part => (part ? needsOf(part, space) : 0)))
}

/** For each rule. */
const MOST_KEPT = 500

const known = new WeakMap<Space, WeakMap<Rule, Map<string, Sums>>>()

/** Most boxes differ in other events. */
function byCounts(rule: Rule, view: View): Sums {
  const ofSpace = known.get(view.space) ?? new WeakMap<Rule, Map<string, Sums>>()
  known.set(view.space, ofSpace)
  const ofRule = ofSpace.get(rule) ?? new Map<string, Sums>()
  ofSpace.set(rule, ofRule)
  if (ofRule.size > MOST_KEPT) ofRule.clear()
  const counts = classesReadBy(rule, view.space).map(index => view.box.counts[index])
  const key = counts.map(count => `${count?.low}-${count?.high}`).join()
  return remembered(ofRule, key, () => work(rule, view))
}

function work(rule: Rule, view: View): Sums {
  const set = rule.on?.steps.at(-1)?.set ?? { op: 'events', types: [] }
  const members = membersOf(set, view)
  const worths = new Map([...members.classes.keys()].map(index => [index, eventWorth(rule, index, view)] as const))
  const { low, high } = limitsOf(rule, view)
  const whole = (end: (worth: Enclosure) => number) =>
    new Map([...worths].map(([index, worth]) => [index, wholeBillionths(end(orElse(worth, 0)))] as const))
  return {
    low: least(members, whole(lowest), low.floor * 1000),
    high: greatest(members, whole(highest), high.cap * 1000),
    matched: isAnyKnown(worths, members),
  }
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

function isAnyKnown(worths: ReadonlyMap<number, Enclosure>, { low, classes }: Members): Truth {
  const truths = [...worths].map(([index, worth]) => ({
    isThere: (classes.get(index)?.low ?? 0) > 0,
    known: isKnown(worth),
  }))
  if (truths.every(({ known }) => known === false)) return false
  const surely = truths.some(({ isThere, known }) => isThere && known) || truths.every(({ known }) => known)
  return surely && low > 0 ? true : undefined
}
