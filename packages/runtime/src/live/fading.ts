/** Running sums of amounts that fade: the sum of any stretch of entries at any later instant is one difference. */
import { halve } from '../kernel/halve.ts'
import { type Decay, LONGEST_GRACE } from './decay.ts'

export interface Fading {
  /** Adds an entry that is not before the others. */
  push(time: number, amount: number): void
  /** Takes back the latest entries down to this many, which is not more than there are. */
  truncate(length: number): void
  /**
   * The sum of the entries [from, to) at an instant that is not before any of these. Others may be later than the instant, by
   * no more than the longest grace.
   */
  valueAt(from: number, to: number, now: number): number
}

export function fading({ kind, over }: Decay): Fading {
  return kinds[kind](over)
}

const kinds = { 'half-life': halving, linear: evenly } satisfies { [K in Decay['kind']]: (over: number) => Fading }

/** Half-lives before the newest entry at which one has faded: whenever it is asked, less than 2^-64 of it is left. */
const FADED = 128 + LONGEST_GRACE
/** Half-lives after the origin from which weights would grow too large. */
const TOO_FAR = 512

/** An entry adds amount × 2^((time − origin) / over). Weights grow from entry to entry, so that differences lose little. */
function halving(over: number): Fading {
  const times: number[] = []
  const amounts: number[] = []
  const sums: number[] = []
  let origin = 0
  /** The entries before have faded when the origin moved, and count as nothing. */
  let start = 0
  const before = (place: number) => (place <= start ? 0 : (sums[place - 1] as number))

  const moveOrigin = (time: number) => {
    origin = time
    start = times.length
    while (start > 0 && time - (times[start - 1] as number) < FADED * over) start--
  }
  const weigh = (place: number) => {
    sums[place] = before(place) + (amounts[place] as number) * 2 ** (((times[place] as number) - origin) / over)
  }
  return {
    push(time, amount) {
      const moves = times.length <= start || time - origin > TOO_FAR * over
      if (moves) moveOrigin(time)
      times.push(time)
      amounts.push(amount)
      // Those before are weighed again only once in many half-lives.
      for (let place = moves ? start : times.length - 1; place < times.length; place++) weigh(place)
    },
    truncate(length) {
      for (const list of [times, amounts, sums]) list.length = length
      start = Math.min(start, length)
    },
    valueAt: (from, to, now) => (before(to) - before(from)) * power((now - origin) / over),
  }
}

/** 2^(−halvings). The usual ones by the function that is quicker than the engine's own. */
function power(halvings: number): number {
  return halvings >= 0 && halvings <= 64 ? halve(halvings) : 2 ** -halvings
}

/** amount × (1 − (now − time) / over), added up, is a sum of amounts and a sum of amounts × times. */
function evenly(over: number): Fading {
  const amounts: number[] = []
  const moments: number[] = []
  let origin = 0
  const before = (sums: readonly number[], place: number) => (place > 0 ? (sums[place - 1] as number) : 0)
  const between = (sums: readonly number[], from: number, to: number) => before(sums, to) - before(sums, from)
  return {
    push(time, amount) {
      if (amounts.length === 0) origin = time
      amounts.push((amounts.at(-1) ?? 0) + amount)
      moments.push((moments.at(-1) ?? 0) + amount * (time - origin))
    },
    truncate(length) {
      for (const list of [amounts, moments]) list.length = length
    },
    valueAt: (from, to, now) =>
      between(amounts, from, to) * (1 - (now - origin) / over) + between(moments, from, to) / over,
  }
}
