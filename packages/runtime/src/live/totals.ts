/** What has become of events that are only part of a sum: one small total for each tally. Plain JSON. */
import { halve } from '../kernel/halve.ts'
import { wholeBillionths } from '../kernel/points.ts'
import type { LeadEvent } from '../lead/lead.ts'
import type { Rule } from '../program.ts'
import type { Decay } from './decay.ts'
import type { SetNode } from './nodes.ts'
import type { Counted, Plan, Tally } from './plan.ts'
import type { StillView } from './view.ts'
import { plus, type Sum } from './whole.ts'

/**
 * How many events, and their sum. A whole sum: high and low part. One under a half-life: what it is at an instant, and that
 * instant. Under a linear decay, of which nothing is left, and of a count: zeros. Null: none yet.
 */
export type Total = readonly [count: number, high: number, low: number] | null

/** Takes an event into the totals of which it becomes a part between the instants `from` and `to`. */
export function settleEvent(
  { tallies, nodes, settling }: Plan,
  view: StillView,
  totals: Total[],
  event: LeadEvent,
  from: number,
  to: number,
): void {
  for (const index of settling[event.type] ?? []) {
    const { of, node, keep } = tallies[index] as Tally
    const isDue = event.at > from - keep && event.at <= to - keep
    if (isDue && view.belongs((nodes[node] as SetNode).set, event))
      totals[index] = withEvent(totals[index] ?? null, of, event, view)
  }
}

function withEvent(total: Total, of: Counted, event: LeadEvent, view: StillView): Total {
  const amount = amountOf(of, event, view)
  if (amount === null) return total
  const [count, high, low] = total ?? [0, 0, 0]
  const sums = sumsWith[of.kind] as (of: Counted, high: number, low: number, amount: number, at: number) => Pair
  return [count + 1, ...sums(of, high, low, amount, event.at)]
}

type Pair = readonly [number, number]

const sumsWith = {
  events: () => [0, 0],
  values: (of, high, low, amount) => withinJson(plus({ high, low }, unitsOf(of, amount)), high),
  points: (of, high, low, amount, at) => {
    if (of.decay) return fadedWith[of.decay.kind](of.decay.over, high, low || at, amount, at)
    const sum = plus({ high, low }, unitsOf(of, amount))
    return [sum.high, sum.low]
  },
} satisfies {
  [K in Counted['kind']]: (
    of: Extract<Counted, { kind: K }>,
    high: number,
    low: number,
    amount: number,
    at: number,
  ) => Pair
}

/** JSON knows no infinity: the largest double stands for it, and stays. */
function withinJson({ high, low }: Sum, before: number): Pair {
  const isLost = before === Number.MAX_VALUE || !Number.isFinite(high)
  return isLost ? [Number.MAX_VALUE, 0] : [high, low]
}

const fadedWith = {
  'half-life': (over, value, since, amount, at) => {
    const latest = Math.max(since, at)
    return [value * halve((latest - since) / over) + amount * halve((latest - at) / over), latest]
  },
  linear: () => [0, 0],
} satisfies {
  [K in Decay['kind']]: (over: number, value: number, since: number, amount: number, at: number) => Pair
}

/** Whole billionths of points, whole millionths of values. */
export function unitsOf(of: Counted, amount: number): number {
  return units[of.kind](amount)
}

const units = {
  events: amount => amount,
  values: amount => Math.floor(amount * 1e6 + 0.5),
  points: wholeBillionths,
} satisfies { [K in Counted['kind']]: (amount: number) => number }

/** What an event adds before any decay; nothing where it is unknown. */
export function amountOf(of: Counted, event: LeadEvent, view: StillView): number | null {
  return (amounts[of.kind] as (of: Counted, event: LeadEvent, view: StillView) => number | null)(of, event, view)
}

const amounts = {
  events: () => 1,
  values: ({ of }, event, view) => view.number(of, event),
  points: ({ cases }, event, view) => {
    const taken = caseOf(cases, event, view)
    return taken ? view.number(taken.points, event) : null
  },
} satisfies {
  [K in Counted['kind']]: (of: Extract<Counted, { kind: K }>, event: LeadEvent, view: StillView) => number | null
}

/** The first case that holds. */
function caseOf(cases: Rule['cases'], event: LeadEvent, view: StillView): Rule['cases'][number] | undefined {
  return cases.find(one => !one.when || view.holds(one.when.expr, event))
}
