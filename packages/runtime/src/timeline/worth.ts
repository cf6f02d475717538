import { clampMillionths, millionths, wholeMillionths } from '../kernel/points.ts'
import type { LeadEvent } from '../lead/lead.ts'
import type { Block, Expr, OnEvents, Rule, Score } from '../program.ts'
import {
  between,
  both,
  combined,
  type Enclosure,
  either,
  highest,
  lowest,
  mayBeUnknown,
  orElse,
  rising,
  type Truth,
} from './enclosure.ts'
import { enclose, firstOf, truth } from './expressions.ts'
import type { Period, Scope } from './period.ts'
import { totalOfBillionths, totalOfMillionths, wholeBillionths } from './sums.ts'

/** In millionths. */
export function scoreWorth(score: Score, period: Period): Enclosure {
  if (score.kind === 'rules') return blockWorth(score.block, period, true)
  const worth = rising(orElse(enclose(score.formula, { period }), 0), millionths)
  return bounded(worth, score, period)
}

function blockWorth(block: Block, period: Period, around: Truth): Enclosure {
  const active = block.when ? both(around, truth(block.when.expr, { period })) : around
  if (active === false) return 0
  const sum = totalOf(block.items.map(item => itemWorth(item, period, active)))
  const multiplied = combined(sum, factorOf(block, period), (a, b) => clampMillionths(a * b))
  return given(bounded(multiplied, block, period), block.weight, active)
}

function itemWorth(item: Block['items'][number], period: Period, active: Truth): Enclosure {
  return item.kind === 'rule' ? ruleWorth(item, period, active) : blockWorth(item, period, active)
}

function ruleWorth(rule: Rule, period: Period, active: Truth): Enclosure {
  const applies = rule.when ? both(active, truth(rule.when.expr, { period })) : active
  if (applies === false) return 0
  const sum = rule.on ? fromEvents(rule, rule.on, period) : rising(pointsOf(rule, { period }), millionths)
  return given(bounded(sum, rule, period), rule.weight, applies)
}

/** The points of the first case that holds; unknown where none does. */
function pointsOf(rule: Rule, scope: Scope): Enclosure {
  return firstOf(
    rule.cases,
    one => !one.when || truth(one.when.expr, scope),
    one => enclose(one.points, scope),
    () => null,
  )
}

/** Unknown where no event gives anything. */
function fromEvents(rule: Rule, { steps, decay }: OnEvents, period: Period): Enclosure {
  const last = steps.at(-1)
  if (!last) return null
  const { events, unsure } = period.members(last.set)
  const each = events.map(event => {
    const worth = eventWorth(rule, decay?.points, { period, event })
    return unsure.has(event) ? either(worth, null) : worth
  })
  const matching = each.filter(worth => worth !== null)
  if (matching.length === 0) return null
  const known = matching.map(worth => orElse(worth, 0))
  const sum = (end: (of: Enclosure) => number) => totalOfBillionths(known.map(worth => wholeBillionths(end(worth))))
  return between(sum(lowest), sum(highest), matching.every(mayBeUnknown))
}

function eventWorth(rule: Rule, decay: Expr | undefined, scope: Scope & { readonly event: LeadEvent }): Enclosure {
  const amount = pointsOf(rule, scope)
  if (!decay || amount === null) return amount
  const { from, to } = scope.period
  const { at } = scope.event
  const decayed = enclose(decay, { ...scope, amount, age: between(Math.max(0, from - at), Math.max(0, to - at)) })
  return mayBeUnknown(amount) ? either(decayed, null) : decayed
}

/** After weight, and nothing where it does not apply. */
function given(sum: Enclosure, weight: number | undefined, applies: Truth): Enclosure {
  const weighted = orElse(combined(sum, weight ?? 1, weigh), 0)
  return applies ? weighted : orElse(either(weighted, null), 0)
}

function weigh(sum: number, weight: number): number {
  return wholeMillionths(sum * weight)
}

interface Bounds {
  readonly cap?: Expr
  readonly floor?: Expr
}

function bounded(sum: Enclosure, { cap, floor }: Bounds, period: Period): Enclosure {
  const capped = cap ? combined(sum, limit(cap, Number.POSITIVE_INFINITY, period), Math.min) : sum
  return floor ? combined(capped, limit(floor, Number.NEGATIVE_INFINITY, period), Math.max) : capped
}

/** In millionths; an unknown one does not bind. */
function limit(expr: Expr, unbound: number, period: Period): Enclosure {
  return orElse(rising(enclose(expr, { period }), millionths), unbound)
}

/** Factors multiply from the smallest up, as doubles, so that one more that is at least 1 never makes the product less. */
function factorOf({ multipliers }: Block, period: Period): Enclosure {
  const holding = multipliers
    .map(({ when, factor }) => ({ factor, holds: truth(when.expr, { period }) }))
    .filter(({ holds }) => holds !== false)
    .sort((a, b) => a.factor - b.factor)
  const product = (counts: (factor: number) => boolean) =>
    holding.reduce((sofar, { factor, holds }) => (holds || counts(factor) ? sofar * factor : sofar), 1)
  const within = (factor: number) => Math.min(Number.MAX_VALUE, factor)
  return between(within(product(factor => factor < 1)), within(product(factor => factor > 1)))
}

function totalOf(parts: readonly Enclosure[]): Enclosure {
  return between(totalOfMillionths(parts.map(lowest)), totalOfMillionths(parts.map(highest)))
}
