/** Running sums of amounts that fade: the sum of any stretch of entries at any later instant is one difference. */
import { halve } from '../kernel/halve.ts'
import { type Decay, LONGEST_GRACE } from './decay.ts'

export interface Fading {
  /** Forgets what was worked out of entries from this place on: they are others now. */
  truncate(length: number): void
  /**
   * The sum of the entries [from, to) at an instant that is not before any of these. Others may be later than the instant, by
   * no more than the longest grace.
   */
  valueAt(from: number, to: number, now: number): number
}

/** Of entries whose times are in order. The lists are the caller's, and may grow; sums are worked out when they are asked. */
export function fading({ kind, over }: Decay, times: readonly number[], amounts: readonly number[]): Fading {
  return kinds[kind](over, times, amounts)
}

type Make = (over: number, times: readonly number[], amounts: readonly number[]) => Fading
const kinds = { 'half-life': halving, linear: evenly } satisfies { [K in Decay['kind']]: Make }

/** Half-lives before the newest entry at which one has faded: whenever it is asked, less than 2^-64 of it is left. */
const FADED = 128 + LONGEST_GRACE
/** Half-lives after the origin from which weights would grow too large. */
const TOO_FAR = 512

/** An entry adds amount × 2^((time − origin) / over). Weights grow from entry to entry, so that differences lose little. */
function halving(over: number, times: readonly number[], amounts: readonly number[]): Fading {
  const sums: number[] = []
  let origin = 0
  /** The entries before have faded when the origin moved, and count as nothing. */
  let start = 0
  const before = (place: number) => (place <= start ? 0 : (sums[place - 1] as number))

  /** To the time of an entry; those before it that have not faded are weighed again, which happens once in many half-lives. */
  const moveOrigin = (place: number) => {
    origin = times[place] as number
    start = place
    while (start > 0 && origin - (times[start - 1] as number) < FADED * over) start--
    for (let again = start; again < place; again++) weigh(again)
  }
  const weigh = (place: number) => {
    sums[place] = before(place) + held(amounts[place] as number) * 2 ** (((times[place] as number) - origin) / over)
  }
  const workOut = () => {
    for (let place = sums.length; place < times.length; place++) {
      if (place <= start || (times[place] as number) - origin > TOO_FAR * over) moveOrigin(place)
      weigh(place)
    }
  }
  return {
    truncate(length) {
      sums.length = Math.min(sums.length, length)
      start = Math.min(start, length)
    },
    valueAt(from, to, now) {
      if (sums.length < times.length) workOut()
      return (before(to) - before(from)) * power((now - origin) / over)
    },
  }
}

/** Far beyond what points can be, so that no running sum overflows. */
function held(amount: number): number {
  return Math.max(-1e15, Math.min(1e15, amount))
}

/** 2^(−halvings). The usual ones by the function that is quicker than the engine's own. */
function power(halvings: number): number {
  return halvings >= 0 && halvings <= 64 ? halve(halvings) : 2 ** -halvings
}

/** amount × (1 − (now − time) / over), added up, is a sum of amounts and a sum of amounts × times. */
function evenly(over: number, times: readonly number[], amounts: readonly number[]): Fading {
  const sums: number[] = []
  const moments: number[] = []
  let origin = 0
  const before = (list: readonly number[], place: number) => (place > 0 ? (list[place - 1] as number) : 0)
  const between = (list: readonly number[], from: number, to: number) => before(list, to) - before(list, from)
  const workOut = () => {
    if (sums.length === 0) origin = times[0] ?? 0
    for (let place = sums.length; place < times.length; place++) {
      const amount = held(amounts[place] as number)
      sums.push(before(sums, place) + amount)
      moments.push(before(moments, place) + amount * ((times[place] as number) - origin))
    }
  }
  return {
    truncate(length) {
      for (const list of [sums, moments]) list.length = Math.min(list.length, length)
    },
    valueAt(from, to, now) {
      if (sums.length < times.length) workOut()
      return between(sums, from, to) * (1 - (now - origin) / over) + between(moments, from, to) / over
    },
  }
}
