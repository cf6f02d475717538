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

/** How often a lead is changed on its way, and at how many instants a crossing is looked for. */
const tried = { pieces: 40, instants: 36 }

/** From a lead piece by piece to where the gap is closed; where no piece fits, to the instant at which age closes it. */
export function* approaching(start: Witness, gap: Gap, pieces: (up: boolean) => Iterable<Gain>): Generator<Witness> {
  let [lead, left] = [start, gap(start)]
  let over: Witness | undefined
  yield lead
  if (left === 0) return
  const up = left > 0
  let tries = tried.pieces
  for (const { witness, points } of inTurn(pieces(up))) {
    if (tries === 0) break
    if (over && Math.abs(points) > Math.abs(left)) continue
    const more = joined(lead, witness)
    if (!more) continue
    tries--
    const gapThen = gap(more)
    yield more
    if (gapThen === 0) return
    if (gapThen > 0 !== up) over = more
    else if (Math.abs(gapThen) < Math.abs(left)) [lead, left] = [more, gapThen]
  }
  for (const one of over ? [over, start] : [start]) yield* crossing(one, gap)
}

/** Instants nearer and nearer to the one at which the gap turns. */
function* crossing(lead: Witness, gap: Gap): Generator<Witness> {
  const short = gap(lead) > 0
  const later = aged(lead).find(one => gap(one) > 0 !== short)
  if (!later) return
  let [from, to] = [lead.now, later.now]
  for (let i = 0; i < tried.instants && to - from > 1; i++) {
    const middle = { lead: lead.lead, now: Math.floor((from + to) / 2) }
    yield middle
    if (gap(middle) > 0 === short) from = middle.now
    else to = middle.now
  }
}

/** The greatest first; then those that are about events once more. */
function inTurn(pieces: Iterable<Gain>): readonly Gain[] {
  const all = [...pieces].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  return [...all, ...all.filter(({ witness }) => 'events' in witness.lead)]
}

/** What is said of the lead stays. Undefined where nothing is new. */
function joined(one: Witness, other: Witness): Witness | undefined {
  const isNew = Object.keys(other.lead).some(key => key === 'events' || !(key in one.lead))
  return isNew ? together(one, other) : undefined
}
