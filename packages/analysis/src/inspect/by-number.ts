/** Bounds by how many rules give points, and their arithmetic. */
import type { Rule } from '@merit-lang/runtime'
import { clampMillionths } from '@merit-lang/runtime/reference'

/** No lead has more points, in millionths, with so many rules that give any; with these one would have most. */
export interface Most {
  readonly points: number
  readonly rules: readonly Rule[]
}

/** By number of rules, from none on, never empty, never falling; the last also holds for all larger numbers. */
export type ByNumber = readonly Most[]

export const nothing: Most = { points: 0, rules: [] }

export function noMore(one: Most, points: number): Most {
  return one.points > points ? { ...one, points } : one
}

/** Of a sum: a number of rules is shared out between the two in the best way. */
export function joined(one: ByNumber, other: ByNumber, most: number): ByNumber {
  const sums: Most[] = []
  for (const [i, a] of one.entries())
    for (const [j, b] of other.slice(0, Math.max(0, most + 1 - i)).entries())
      keepBest(sums, i + j, clampMillionths(a.points + b.points), () => [...a.rules, ...b.rules])
  return ascending(sums)
}

export function keepBest(list: Most[], number: number, points: number, rules: () => readonly Rule[]): void {
  if (points > (list[number]?.points ?? Number.NEGATIVE_INFINITY)) list[number] = { points, rules: rules() }
}

/** With more rules one may do what one does with fewer. */
export function ascending(list: readonly Most[]): ByNumber {
  const [first = nothing, ...rest] = list
  const risen: Most[] = [first]
  for (const one of rest) risen.push(one.points > (risen.at(-1) as Most).points ? one : (risen.at(-1) as Most))
  return risen
}

/** All ways to share out up to so many rules among several, each no more than it has a bound for. */
export function* sharedOut(lists: readonly ByNumber[], most: number): Generator<readonly number[]> {
  const [first, ...others] = lists
  if (!first) return yield []
  for (let number = 0; number < first.length && number <= most; number++)
    for (const rest of sharedOut(others, most - number)) yield [number, ...rest]
}
