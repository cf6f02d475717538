/** The sums of a tally over events that are still there one by one, for any stretch of time. */
import { halve } from '../kernel/halve.ts'
import { clampMillionths, finite, sumOfNumbers, toPoints, wholeBillionths } from '../kernel/points.ts'
import type { LeadEvent } from '../lead/lead.ts'
import { type Decay, factorAt } from './decay.ts'
import { type Fading, fading } from './fading.ts'
import type { Ages } from './nodes.ts'
import { countUntil } from './order.ts'
import type { Counted, Tally } from './plan.ts'
import { amountOf, type Total, unitsOf } from './totals.ts'
import type { StillView } from './view.ts'
import { added, minus, plus, rounded, type Sum, zero } from './whole.ts'

/** The lists run along `events`, as far as they were worked out. Each entry of a sum includes all before it. */
export interface Running {
  readonly tally: Tally
  /** In order. */
  events: LeadEvent[]
  /** What each adds before any decay; NaN where that is unknown. */
  readonly amounts: number[]
  readonly counts: number[]
  readonly sums: Sum[]
  readonly fading?: Fading
}

export function runningOf(tally: Tally): Running {
  const decay = tally.of.kind === 'points' ? tally.of.decay : undefined
  return { tally, events: [], amounts: [], counts: [], sums: [], ...(decay && { fading: fading(decay) }) }
}

/** Entries from this place on are worked out again. */
export function truncate({ amounts, counts, sums, fading }: Running, length: number): void {
  for (const list of [amounts, counts, sums]) list.length = Math.min(length, list.length)
  fading?.truncate(length)
}

function extend(running: Running, view: StillView): void {
  const { tally, events, amounts, counts, sums, fading } = running
  for (let place = amounts.length; place < events.length; place++) {
    const event = events[place] as LeadEvent
    const amount = amountOf(tally.of, event, view)
    amounts.push(amount ?? Number.NaN)
    counts.push((counts[place - 1] ?? 0) + (amount === null ? 0 : 1))
    sums.push(plus(sums[place - 1] ?? zero, unitsOf(tally.of, amount ?? 0)))
    fading?.push(event.at, held(amount ?? 0))
  }
}

/** Far beyond what points can be, so that no running sum overflows. */
function held(amount: number): number {
  return Math.max(-1e15, Math.min(1e15, amount))
}

/** What a tally gives: of the events of these ages, and of the total where there is no limit to the age. */
export function worthOf(running: Running, total: Total, ages: Ages, now: number, how: How): number | null {
  if (running.events.length === 0 && total === null) return ofNothing[running.tally.of.kind]
  extend(running, how.view)
  const { events, counts } = running
  const from = countUntil(events, now - ages.below)
  const to = Math.max(from, ages.atLeast > 0 ? countUntil(events, now - ages.atLeast) : events.length)
  const older = ages.below === Number.POSITIVE_INFINITY ? total : null
  const count = (counts[to - 1] ?? 0) - (counts[from - 1] ?? 0) + (older?.[0] ?? 0)
  const { of } = running.tally
  const worth = worths[of.kind] as (of: Counted, stretch: Stretch) => number | null
  return worth(of, { running, from, to, older, count, now, few: how.few })
}

const ofNothing = { events: 0, values: 0, points: null } satisfies { [K in Counted['kind']]: number | null }

interface How {
  readonly view: StillView
  /** Up to so many events are added up one by one, each rounded as it is when a lead is scored from scratch. */
  readonly few: number
}

interface Stretch {
  readonly running: Running
  /** Places of the first event and of what follows the last. */
  readonly from: number
  readonly to: number
  readonly older: Total
  readonly count: number
  readonly now: number
  readonly few: number
}

const worths = {
  events: (_, { count }) => count,
  // A value too large to add up makes a sum unknown only as long as it is part of it.
  values: (_, stretch) => {
    const sum = rounded(wholeSum(stretch), 1)
    if (Number.isFinite(sum) || stretch.older) return finite(toPoints(sum))
    return sumOfNumbers(entries(stretch.running.amounts, stretch))
  },
  points: ({ decay }, stretch) => {
    if (stretch.count === 0) return null
    return decay ? fadedPoints(decay, stretch) : pointsOf(wholeSum(stretch))
  },
} satisfies {
  [K in Counted['kind']]: (of: Extract<Counted, { kind: K }>, stretch: Stretch) => number | null
}

function wholeSum({ running: { sums }, from, to, older }: Stretch): Sum {
  const sum = minus(sums[to - 1] ?? zero, sums[from - 1] ?? zero)
  return older ? added(sum, { high: older[1], low: older[2] }) : sum
}

function pointsOf(billionths: Sum): number {
  return toPoints(clampMillionths(rounded(billionths, 1000)))
}

function entries(amounts: readonly number[], { from, to }: Stretch): number[] {
  return amounts.slice(from, to).filter(amount => !Number.isNaN(amount))
}

function fadedPoints(decay: Decay, stretch: Stretch): number {
  const { to, older, few } = stretch
  const from = firstLeft(decay, stretch)
  const hasFew = to - from <= few && !(older && decay.kind === 'half-life')
  return hasFew ? pointsOf(eachFaded(decay, from, stretch)) : fadedSum(decay, from, stretch)
}

/** The first event that a linear decay has left something of. */
function firstLeft(decay: Decay, { running: { events }, from, to, now }: Stretch): number {
  if (decay.kind === 'half-life') return from
  return Math.min(to, Math.max(from, countUntil(events, now - decay.after - decay.over)))
}

function eachFaded(decay: Decay, from: number, { running: { events, amounts }, to, now }: Stretch): Sum {
  let sum = zero
  for (let place = from; place < to; place++) {
    const amount = amounts[place] as number
    const points = Number.isNaN(amount) ? 0 : amount * factorAt(decay, now - (events[place] as LeadEvent).at)
    sum = plus(sum, wholeBillionths(points))
  }
  return sum
}

/** Those within the grace period whole, the others in one. */
function fadedSum(decay: Decay, from: number, stretch: Stretch): number {
  const { running, to, older, now } = stretch
  const aged = now - decay.after
  const young = Math.min(to, Math.max(from, countUntil(running.events, aged)))
  const whole = wholeSum({ ...stretch, from: young, older: null })
  const faded = running.fading?.valueAt(from, young, aged) ?? 0
  return rounded(whole, 1) / 1e9 + faded + (older ? older[1] * halve((aged - older[2]) / decay.over) : 0)
}
