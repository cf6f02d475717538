/** What a tally gives at an instant. */
import { halve } from '../kernel/halve.ts'
import { clampMillionths, finite, sumOfNumbers, toPoints, wholeBillionths } from '../kernel/points.ts'
import { type Decay, factorAt } from './decay.ts'
import type { Ages } from './nodes.ts'
import type { Counted } from './plan.ts'
import { between, type Running } from './running.ts'
import { countUntil } from './times.ts'
import type { Total } from './totals.ts'
import { added, plus, rounded, type Sum, zero } from './whole.ts'

/** Places of the first event of some ages and of what follows the last, as they were when that was asked last. */
export interface Bounds {
  from: number
  to: number
}

/** Of the events of these ages, and of the total where there is no limit to the age. */
export function worthOf(running: Running, total: Total, ages: Ages, bounds: Bounds, asked: Asked): number | null {
  const { of } = running.tally
  if (running.times.length === 0 && total === null) return ofNothing[of.kind]
  move(bounds, running.times, ages, asked.now)
  const { from, to } = bounds
  const older = ages.below === Number.POSITIVE_INFINITY ? total : null
  const count = to - from + (older?.[0] ?? 0)
  const stretch = { running, from, to, older, count, now: asked.now }
  const decay = of.kind === 'points' ? of.decay : undefined
  if (!decay) return (worths[of.kind] as (stretch: Stretch) => number | null)(stretch)
  if (count === 0) return null
  return asked.isShort ? pointsOf(eachFaded(decay, stretch)) : fadedSum(decay, stretch)
}

const ofNothing = { events: 0, values: 0, points: null } satisfies { [K in Counted['kind']]: number | null }

export interface Asked {
  readonly now: number
  /** So few events that they are added up one by one, each rounded as it is when a lead is scored from scratch. */
  readonly isShort: boolean
}

function move(bounds: Bounds, times: readonly number[], { atLeast, below }: Ages, now: number): void {
  const near = (place: number) => Math.min(place, times.length)
  bounds.from = below < Number.POSITIVE_INFINITY ? countUntil(times, now - below, near(bounds.from)) : 0
  const to = atLeast > 0 ? countUntil(times, now - atLeast, near(bounds.to)) : times.length
  bounds.to = Math.max(bounds.from, to)
}

interface Stretch extends Readonly<Bounds> {
  readonly running: Running
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
    return sumOfNumbers(stretch.running.amounts.slice(stretch.from, stretch.to))
  },
  points: stretch => (stretch.count === 0 ? null : pointsOf(wholeSum(stretch))),
} satisfies { [K in Counted['kind']]: (stretch: Stretch) => number | null }

function wholeSum({ running, from, to, older }: Stretch): Sum {
  const sum = between(running, from, to)
  return older ? added(sum, { high: older[1], low: older[2] }) : sum
}

function pointsOf(billionths: Sum): number {
  return toPoints(clampMillionths(rounded(billionths, 1000)))
}

/** The first event that a linear decay has left something of. */
function firstLeft(decay: Decay, { running: { times }, from, to, now }: Stretch): number {
  if (decay.kind === 'half-life') return from
  return Math.min(to, Math.max(from, countUntil(times, now - decay.after - decay.over, from)))
}

function eachFaded(decay: Decay, stretch: Stretch): Sum {
  const { times, amounts } = stretch.running
  let sum = zero
  for (let place = firstLeft(decay, stretch); place < stretch.to; place++) {
    const points = (amounts[place] as number) * factorAt(decay, stretch.now - (times[place] as number))
    sum = plus(sum, wholeBillionths(points))
  }
  return sum
}

/** Those within the grace period whole, the others in one. */
function fadedSum(decay: Decay, stretch: Stretch): number {
  const { running, to, older, now } = stretch
  const from = firstLeft(decay, stretch)
  const aged = now - decay.after
  const young = decay.after > 0 ? Math.min(to, Math.max(from, countUntil(running.times, aged, to))) : to
  const whole = young < to ? rounded(between(running, young, to), 1) / 1e9 : 0
  const faded = from < young ? (running.fading?.valueAt(from, young, aged) ?? 0) : 0
  return whole + faded + (older ? older[1] * halve((aged - older[2]) / decay.over) : 0)
}
