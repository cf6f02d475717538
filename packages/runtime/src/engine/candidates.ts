import type { Expr } from '../program.ts'
import { type Basis, CONSTANT, featureOf, isDecided } from './basis.ts'
import { likelihood } from './likelihood.ts'

/** Conditions of which each must hold, parted by what decides them. */
export interface Parted {
  /** The feature by which to look up; nothing where none decides any of them. */
  readonly feature: number | undefined
  /** Decided by that feature, or by nothing at all. */
  readonly decided: readonly Expr[]
  readonly rest: readonly Expr[]
}

/** By the feature whose conditions hold most rarely, of those that can be looked up here. */
export function partedBy(
  parts: readonly Expr[],
  basisOf: (part: Expr) => Basis,
  isIndexed: (feature: number) => boolean,
): Parted {
  const bases = parts.map(basisOf)
  const odds = new Map<number, number>()
  bases.forEach((basis, i) => {
    const feature = featureOf(basis)
    if (isDecided(basis) && isIndexed(feature))
      odds.set(feature, (odds.get(feature) ?? 1) * likelihood(parts[i] as Expr))
  })
  const feature = rarest(odds)
  const isDecidedHere = bases.map(basis => isDecidedBy(feature, basis))
  return {
    feature,
    decided: parts.filter((_, i) => isDecidedHere[i]),
    rest: parts.filter((_, i) => !isDecidedHere[i]),
  }
}

export function isDecidedBy(feature: number | undefined, basis: Basis): boolean {
  return basis === CONSTANT || (isDecided(basis) && featureOf(basis) === feature)
}

function rarest(odds: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined
  let least = 2
  for (const [feature, share] of odds) if (share < least) [best, least] = [feature, share]
  return best
}
