/** What of one version stands for what of the other. */

/** Before to after, each at most once. */
export type Pairs<T> = ReadonlyMap<T, T>

/**
 * A way of finding partners among those that have none: by a key that both have (`undefined`: no partner this way), in the order of the
 * text; or by likeness, from 0 to 1, the most alike first, none at 0.
 */
export type Way<T> =
  | { readonly key: (one: T, side: 0 | 1) => string | undefined }
  | { readonly likeness: (before: T, after: T) => number }

/** By the first way that finds a partner. */
export function pairUp<T>(before: readonly T[], after: readonly T[], ways: readonly Way<T>[]): Pairs<T> {
  const pairs = new Map<T, T>()
  let [left, right] = [before, after]
  for (const way of ways) {
    const found = 'key' in way ? byKey(left, right, way.key) : byLikeness(left, right, way.likeness)
    const taken = new Set(found.map(([, one]) => one))
    for (const [one, other] of found) pairs.set(one, other)
    left = left.filter(one => !pairs.has(one))
    right = right.filter(one => !taken.has(one))
  }
  return pairs
}

type Found<T> = readonly (readonly [T, T])[]

function byKey<T>(
  before: readonly T[],
  after: readonly T[],
  key: (one: T, side: 0 | 1) => string | undefined,
): Found<T> {
  const waiting = groups(after, one => key(one, 1))
  return before.flatMap(one => {
    const own = key(one, 0)
    const partner = own === undefined ? undefined : waiting.get(own)?.shift()
    return partner === undefined ? [] : [[one, partner] as const]
  })
}

function groups<T>(ones: readonly T[], key: (one: T) => string | undefined): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const one of ones) {
    const own = key(one)
    if (own !== undefined) found.set(own, [...(found.get(own) ?? []), one])
  }
  return found
}

/** Of those that are as alike the nearest, the first of them: so that looked at the other way round the pairs are the same. */
function byLikeness<T>(before: readonly T[], after: readonly T[], likeness: (before: T, after: T) => number): Found<T> {
  const candidates: { one: T; other: T; i: number; j: number; alike: number }[] = []
  for (const [i, one] of before.entries())
    for (const [j, other] of after.entries()) {
      const alike = likeness(one, other)
      if (alike > 0) candidates.push({ one, other, i, j, alike })
    }
  candidates.sort((a, b) => b.alike - a.alike || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i + a.j - (b.i + b.j))
  const taken = new Set<T>()
  return candidates.flatMap(({ one, other }) => {
    if (taken.has(one) || taken.has(other)) return []
    taken.add(one).add(other)
    return [[one, other] as const]
  })
}

/** Dice: twice what both have, of all that each has; two that have nothing are alike. */
export function overlap<T>(a: readonly T[], b: readonly T[]): number {
  if (a.length + b.length === 0) return 1
  const left = new Map<T, number>()
  for (const one of b) left.set(one, (left.get(one) ?? 0) + 1)
  let shared = 0
  for (const one of a) {
    const count = left.get(one) ?? 0
    if (count > 0) shared++
    left.set(one, count - 1)
  }
  return (2 * shared) / (a.length + b.length)
}

/**
 * Both versions in one order: that of the later one, with what is only in the earlier one behind what it stood behind.
 * @returns each pair, or each that has no partner, once.
 */
export function inOrder<T>(
  before: readonly T[],
  after: readonly T[],
  pairs: Pairs<T>,
): readonly (readonly [before: T | undefined, after: T | undefined])[] {
  const partners = new Map([...pairs].map(([one, other]) => [other, one]))
  const behind = new Map<T | undefined, T[]>()
  let anchor: T | undefined
  for (const one of before) {
    anchor = pairs.get(one) ?? anchor
    if (!pairs.has(one)) behind.set(anchor, [...(behind.get(anchor) ?? []), one])
  }
  const removed = (at: T | undefined) => (behind.get(at) ?? []).map(one => [one, undefined] as const)
  return [...removed(undefined), ...after.flatMap(one => [[partners.get(one), one] as const, ...removed(one)])]
}
