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
  readonly of: Counted
  readonly decay?: Decay
  /** In order. */
  events: LeadEvent[]
  /** What each adds before any decay; NaN where that is unknown. */
  readonly amounts: number[]
  readonly counts: number[]
  readonly sums: Sum[]
  readonly fading?: Fading
}

export function runningOf(tally: Tally): Running {
  const { of } = tally
  const decay = of.kind === 'points' ? of.decay : undefined
  return { tally, of, events: [], amounts: [], counts: [], sums: [], ...(decay && { decay, fading: fading(decay) }) }
}

/** Entries from this place on are worked out again. */
export function truncate({ amounts, counts, sums, fading }: Running, length: number): void {
  if (length >= amounts.length) return
  for (const list of [amounts, counts, sums]) list.length = length
  fading?.truncate(length)
}

function extend(running: Running, view: StillView): void {
  const { tally, events, amounts, counts, sums, fading } = running
  for (let place = amounts.length; place < events.length; place++) {
    const event = events[place] as LeadEvent
    const amount = amountOf(tally.of, event, view)
    amounts.push(amount ?? Number.NaN)
    counts.push(upTo(counts, place, 0) + (amount === null ? 0 : 1))
    sums.push(plus(upTo(sums, place, zero), unitsOf(tally.of, amount ?? 0)))
    fading?.push(event.at, held(amount ?? 0))
  }
}

/** A running sum over the first so many. To ask a list for its place −1 is slow. */
function upTo<T>(sums: readonly T[], count: number, none: T): T {
  return count > 0 ? (sums[count - 1] as T) : none
}

/** Far beyond what points can be, so that no running sum overflows. */
function held(amount: number): number {
  return Math.max(-1e15, Math.min(1e15, amount))
}

/** What a tally gives: of the events of these ages, and of the total where there is no limit to the age. */
export function worthOf(running: Running, total: Total, ages: Ages, now: number, how: How): number | null {
  if (running.events.length === 0 && total === null) return ofNothing[running.tally.of.kind]
  if (running.amounts.length < running.events.length) extend(running, how.view)
  const { events, counts } = running
  const from = ages.below < Number.POSITIVE_INFINITY ? countUntil(events, now - ages.below) : 0
  const to = Math.max(from, ages.atLeast > 0 ? countUntil(events, now - ages.atLeast) : events.length)
  const older = ages.below === Number.POSITIVE_INFINITY ? total : null
  const count = upTo(counts, to, 0) - upTo(counts, from, 0) + (older?.[0] ?? 0)
  const { of, decay } = running
  const stretch = { running, from, to, older, count, now }
  if (!decay) return (worths[of.kind] as (stretch: Stretch) => number | null)(stretch)
  if (count === 0) return null
  return how.isShort ? pointsOf(eachFaded(decay, stretch)) : fadedSum(decay, stretch)
}

const ofNothing = { events: 0, values: 0, points: null } satisfies { [K in Counted['kind']]: number | null }

interface How {
  readonly view: StillView
  /** So few events that they are added up one by one, each rounded as it is when a lead is scored from scratch. */
  readonly isShort: boolean
}

interface Stretch {
  readonly running: Running
  /** Places of the first event and of what follows the last. */
  readonly from: number
  readonly to: number
  readonly older: Total
  readonly count: number
  readonly now: number
}

const worths = {
  events: ({ count }) => count,
  // A value too large to add up makes a sum unknown only as long as it is part of it.
  values: stretch => {
    const sum = rounded(wholeSum(stretch), 1)
    if (Number.isFinite(sum) || stretch.older) return finite(toPoints(sum))
    return sumOfNumbers(entries(stretch.running.amounts, stretch))
  },
  points: stretch => (stretch.count === 0 ? null : pointsOf(wholeSum(stretch))),
} satisfies { [K in Counted['kind']]: (stretch: Stretch) => number | null }

function between({ sums }: Running, from: number, to: number): Sum {
  return minus(upTo(sums, to, zero), upTo(sums, from, zero))
}

function wholeSum({ running, from, to, older }: Stretch): Sum {
  const sum = between(running, from, to)
  return older ? added(sum, { high: older[1], low: older[2] }) : sum
}

function pointsOf(billionths: Sum): number {
  return toPoints(clampMillionths(rounded(billionths, 1000)))
}

function entries(amounts: readonly number[], { from, to }: Stretch): number[] {
  return amounts.slice(from, to).filter(amount => !Number.isNaN(amount))
}

/** The first event that a linear decay has left something of. */
function firstLeft(decay: Decay, { running: { events }, from, to, now }: Stretch): number {
  if (decay.kind === 'half-life') return from
  return Math.min(to, Math.max(from, countUntil(events, now - decay.after - decay.over)))
}

function eachFaded(decay: Decay, stretch: Stretch): Sum {
  const { to, now } = stretch
  const { events, amounts } = stretch.running
  let sum = zero
  for (let place = firstLeft(decay, stretch); place < to; place++) {
    const amount = amounts[place] as number
    const points = Number.isNaN(amount) ? 0 : amount * factorAt(decay, now - (events[place] as LeadEvent).at)
    sum = plus(sum, wholeBillionths(points))
  }
  return sum
}

/** Those within the grace period whole, the others in one. */
function fadedSum(decay: Decay, stretch: Stretch): number {
  const { running, to, older, now } = stretch
  const from = firstLeft(decay, stretch)
  const aged = now - decay.after
  const young = decay.after > 0 ? Math.min(to, Math.max(from, countUntil(running.events, aged))) : to
  const whole = young < to ? rounded(between(running, young, to), 1) / 1e9 : 0
  const faded = from < young ? (running.fading?.valueAt(from, young, aged) ?? 0) : 0
  return whole + faded + (older ? older[1] * halve((aged - older[2]) / decay.over) : 0)
}
