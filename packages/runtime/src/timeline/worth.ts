import { clampMillionths, millionths, wholeBillionths, wholeMillionths } from '../kernel/points.ts'
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
import { type Period, type Scope, scopeOf } from './period.ts'
import type { Ref } from './snapshot.ts'
import { totalOfBillionths, totalOfMillionths } from './sums.ts'

/** In millionths. */
export function scoreWorth(index: number, period: Period): Enclosure {
  if (period.from === period.to) return period.end().score(index)
  const score = period.program.scores[index] as Score
  if (score.kind === 'rules') return blockWorth(score.block, period, true)
  const worth = rising(orElse(enclose(score.formula, scopeOf(period)), 0), millionths)
  return bounded(worth, score, period)
}

function blockWorth(block: Block, period: Period, around: Truth): Enclosure {
  const active = block.when ? both(around, truth(block.when.expr, scopeOf(period))) : around
  if (active === false) return 0
  const sum = totalOf(block.items.map(item => itemWorth(item, period, active)))
  const multiplied = combined(sum, factorOf(block, period), (a, b) => clampMillionths(a * b))
  return given(bounded(multiplied, block, period), block.weight, active)
}

function itemWorth(item: Block['items'][number], period: Period, active: Truth): Enclosure {
  return item.kind === 'rule' ? ruleWorth(item, period, active) : blockWorth(item, period, active)
}

function ruleWorth(rule: Rule, period: Period, active: Truth): Enclosure {
  const applies = rule.when ? both(active, truth(rule.when.expr, scopeOf(period))) : active
  if (applies === false) return 0
  const sum = rule.on ? fromEvents(rule, rule.on, period) : rising(pointsOf(rule, scopeOf(period)), millionths)
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
  const low: number[] = []
  const high: number[] = []
  let surely = false
  for (const event of events) {
    const worth = eventWorth(rule, decay?.points, period, event)
    if (worth === null) continue
    const given = orElse(unsure.has(event) ? either(worth, null) : worth, 0)
    low.push(wholeBillionths(lowest(given)))
    high.push(wholeBillionths(highest(given)))
    surely ||= !unsure.has(event) && !mayBeUnknown(worth)
  }
  return low.length === 0 ? null : between(totalOfBillionths(low), totalOfBillionths(high), !surely)
}

function eventWorth(rule: Rule, decay: Expr | undefined, period: Period, event: Ref): Enclosure {
  const amount = pointsOf(rule, scopeOf(period, event))
  if (!decay || amount === null) return amount
  const at = period.end().timeOf(event)
  const age = between(Math.max(0, period.from - at), Math.max(0, period.to - at))
  const decayed = enclose(decay, scopeOf(period, event, amount, age))
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
  return orElse(rising(enclose(expr, scopeOf(period)), millionths), unbound)
}

/** Factors multiply from the smallest up, as doubles, so that one more that is at least 1 never makes the product less. */
function factorOf({ multipliers }: Block, period: Period): Enclosure {
  const holding = multipliers
    .map(({ when, factor }) => ({ factor, holds: truth(when.expr, scopeOf(period)) }))
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
