/** Leads around one that should show a difference, but for bounds or thresholds that are in the way. */
import type { Witness } from '../claims.ts'
import type { Gain } from './gains.ts'
import { aged, together } from './near.ts'

/** The lead with ever more of what brings points (or takes them away) besides: of one piece, two, four, … */
export function* lifted(start: Witness, gains: Iterable<Gain>): Generator<Witness> {
  let [lead, pieces, next] = [start, 0, 1]
  for (const { witness } of gains) {
    const more = joined(lead, witness)
    if (!more) continue
    lead = more
    pieces++
    if (pieces < next) continue
    next *= 2
    yield lead
  }
  if (pieces > 0) yield lead
}

/** By how many millionths a score is short of where it should be; negative: beyond it. 0: it is there. */
export type Gap = (witness: Witness) => number

/** What leads are made to close: `goesOn` until enough of them were looked at. */
export interface Closing {
  readonly gap: Gap
  readonly goesOn: () => boolean
  readonly pieces: (up: boolean) => Iterable<Gain>
}

/** How often pieces are added and time passes in turn, how many leads are tried each time, and how near instants get, in milliseconds. */
const tried = { rounds: 4, leads: 30, near: 1000 }

/**
 * Leads without a gap: made from one piece by piece, or, where no piece fits, at the instant at which age closes the gap. Where
 * the gap is jumped over then, it goes on from there.
 */
export function* approaching(start: Witness, closing: Closing): Generator<Witness> {
  for (const order of [greatestFirst, eventsAlone]) {
    let lead: Witness | undefined = start
    for (let round = 0; lead && round < tried.rounds && closing.goesOn(); round++) {
      const { near, over }: Approached = yield* adding(lead, order, closing)
      lead = yield* crossing(over ?? near, closing)
    }
  }
}

interface Approached {
  /** On the side of the gap where it began, and the first that was found beyond. */
  readonly near: Witness
  readonly over: Witness | undefined
}

type Pieces = (pieces: Iterable<Gain>) => readonly Gain[]

function* adding(start: Witness, order: Pieces, closing: Closing): Generator<Witness, Approached> {
  const { gap, goesOn, pieces } = closing
  let [near, left] = [start, gap(start)]
  if (left === 0) yield near
  const up = left > 0
  let over: Witness | undefined
  let tries = tried.leads
  for (const { witness, points } of order(pieces(up))) {
    if (left === 0 || (over && Math.abs(points) > Math.abs(left))) continue
    for (let times = 1; left !== 0 && tries > 0 && goesOn(); tries--) {
      const more = joined(near, repeated(witness, times))
      if (!more) break
      const then = gap(more)
      if (then === 0) yield more
      if (then !== 0 && then > 0 !== up) over = more
      if ((then !== 0 && then > 0 !== up) || Math.abs(then) >= Math.abs(left)) break
      times = Math.max(1, Math.floor((then * times) / (left - then)))
      ;[near, left] = [more, then]
    }
  }
  return { near, over }
}

/** Nearer and nearer to the instant at which the gap turns; in the end, just after it has. Nothing where it never does. */
function* crossing(lead: Witness, { gap, goesOn }: Closing): Generator<Witness, Witness | undefined> {
  const short = gap(lead) > 0
  const later = aged(lead).find(one => gap(one) > 0 !== short)
  if (!later) return undefined
  let [from, to] = [lead.now, later.now]
  while (to - from > tried.near && goesOn()) {
    const middle = { lead: lead.lead, now: Math.floor((from + to) / 2) }
    const left = gap(middle)
    if (left === 0) yield middle
    if (left > 0 === short) from = middle.now
    else to = middle.now
  }
  return { lead: lead.lead, now: to }
}

const greatestFirst: Pieces = pieces => [...pieces].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))

/** They leave alone what attributes bring. */
const eventsAlone: Pieces = pieces => greatestFirst(pieces).filter(({ witness }) => 'events' in witness.lead)

/** So often at most: no lead that is shown should have more events of one kind. */
const MOST_TIMES = 40

/** With its events so many times, at least once. */
function repeated({ lead, now }: Witness, times: number): Witness {
  const { events } = lead as { events?: readonly unknown[] }
  if (!events) return { lead, now }
  const often = Math.max(1, Math.min(times, Math.floor(MOST_TIMES / events.length)))
  return { lead: { ...lead, events: Array.from({ length: often }, () => events).flat() }, now }
}

/** What is said of the lead stays. Undefined where nothing is new. */
function joined(one: Witness, other: Witness): Witness | undefined {
  const isNew = Object.keys(other.lead).some(key => key === 'events' || !(key in one.lead))
  return isNew ? together(one, other) : undefined
}
