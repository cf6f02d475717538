/** Operations of which parts may stand in another order or form; all others are told apart by all that they say. */
import type { EventSet, Expr } from '@merit-lang/runtime'
import type { Canonical } from './canonical.ts'

export function sorted<T extends string | number>(items: Iterable<T>): readonly T[] {
  return [...items].sort((a, b) => (a < b ? -1 : Number(a > b)))
}

const commutative = ({ op, left, right }: { op: string; left: Expr; right: Expr }, cx: Canonical) =>
  cx.number(`${op} ${sorted([cx.of(left), cx.of(right)])}`)

export const operations: Readonly<Record<string, (part: never, cx: Canonical) => number>> = {
  value: ({ index }: { index: number }, cx: Canonical) => cx.value(index),
  sharedSet: ({ index }: { index: number }, cx: Canonical) => cx.sharedSet(index),
  score: ({ index }: { index: number }, cx: Canonical) => cx.number(`score ${cx.score(index)}`),
  grade: ({ index }: { index: number }, cx: Canonical) => cx.number(`grade ${cx.grade(index)}`),
  stage: ({ index }: { index: number }, cx: Canonical) => cx.number(`stage ${cx.stage(index)}`),
  and: ({ of }: { of: readonly Expr[] }, cx: Canonical) =>
    cx.chain(
      'and',
      of.map(part => cx.of(part)),
    ),
  or: ({ of }: { of: readonly Expr[] }, cx: Canonical) =>
    cx.chain(
      'or',
      of.map(part => cx.of(part)),
    ),
  not: ({ of }: { of: Expr }, cx: Canonical) => cx.not(cx.of(of)),
  member: ({ of, values }: { of: Expr; values: readonly (string | number)[] }, cx: Canonical) =>
    cx.member(cx.of(of), values),
  equal: (part: { op: 'equal'; left: Expr; right: Expr }, cx: Canonical) => {
    const { left, right } = part
    const value = right.op === 'const' ? right.value : null
    return typeof value === 'string' || typeof value === 'number'
      ? cx.member(cx.of(left), [value])
      : commutative(part, cx)
  },
  add: commutative,
  multiply: commutative,
  min: commutative,
  max: commutative,
  union: ({ sets }: { sets: readonly EventSet[] }, cx: Canonical) =>
    cx.number(`union ${sorted(new Set(sets.map(set => cx.of(set))))}`),
  events: ({ types }: { types: readonly number[] }, cx: Canonical) => cx.number(`events ${sorted(new Set(types))}`),
  filter: ({ set, where }: { set: EventSet; where: Expr }, cx: Canonical) => {
    const inner = cx.filters(set)
    return cx.number(`filter ${cx.of(inner.set)} ${cx.chain('and', [...inner.where, cx.of(where)])}`)
  },
}
