/** What the events of a tally that are still there one by one add up to, over any stretch of them. */
import type { LeadEvent } from '../lead/lead.ts'
import { type Fading, fading } from './fading.ts'
import { countWhile } from './order.ts'
import type { Tally } from './plan.ts'
import { countUntil } from './times.ts'
import { amountOf, unitsOf } from './totals.ts'
import type { StillView } from './view.ts'
import { minus, plus, type Sum, zero } from './whole.ts'

/** The lists run along the events of which it is known what they add. */
export interface Running {
  readonly tally: Tally
  /** In order. */
  readonly times: number[]
  /** What each adds before any decay. */
  readonly amounts: number[]
  /** Of each and all before it, as far as that was asked for. */
  readonly sums: Sum[]
  /** The same under the tally's decay. */
  readonly fading?: Fading
  /** How many members of the tally's node were looked at. Of one where each event decides by itself none is: they come by `put`. */
  looked: number
}

export function runningOf(tally: Tally): Running {
  const [times, amounts] = [[], []]
  const decay = tally.of.kind === 'points' ? tally.of.decay : undefined
  return { tally, times, amounts, sums: [], ...(decay && { fading: fading(decay, times, amounts) }), looked: 0 }
}

/** Takes in an event, whenever it was. */
export function put({ tally, times, amounts, sums, fading }: Running, event: LeadEvent, view: StillView): void {
  const amount = amountOf(tally.of, event, view)
  if (amount === null) return
  const place = countUntil(times, event.at, times.length)
  if (place === times.length) {
    times.push(event.at)
    amounts.push(amount)
  } else {
    times.splice(place, 0, event.at)
    amounts.splice(place, 0, amount)
    sums.length = Math.min(sums.length, place)
    fading?.truncate(place)
  }
}

/** Takes in the members that were not looked at yet, which come after those that were. */
export function catchUp(running: Running, members: readonly LeadEvent[], view: StillView): void {
  while (running.looked < members.length) put(running, members[running.looked++] as LeadEvent, view)
}

/** Forgets what is not earlier than an instant, from which on the members are others now. */
export function cut(running: Running, since: number, members: readonly LeadEvent[]): void {
  const { times, amounts, sums, fading } = running
  const left = countWhile(times, time => time < since)
  times.length = left
  amounts.length = left
  sums.length = Math.min(sums.length, left)
  fading?.truncate(left)
  running.looked = Math.min(
    running.looked,
    countWhile(members, ({ at }) => at < since),
  )
}

/** The sum of the entries [from, to) without any decay, in whole units. */
export function between(running: Running, from: number, to: number): Sum {
  const { tally, amounts, sums } = running
  for (let place = sums.length; place < to; place++)
    sums.push(plus(sumOf(sums, place), unitsOf(tally.of, amounts[place] as number)))
  return minus(sumOf(sums, to), sumOf(sums, from))
}

/** Of the first so many. To ask a list for its place −1 is slow. */
function sumOf(sums: readonly Sum[], count: number): Sum {
  return count > 0 ? (sums[count - 1] as Sum) : zero
}
