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
  const feature = rarest(parts, bases, isIndexed)
  const isDecidedHere = (_: Expr, i: number) => isDecidedBy(feature, bases[i] as Basis)
  if (parts.every(isDecidedHere)) return { feature, decided: parts, rest: [] }
  return { feature, decided: parts.filter(isDecidedHere), rest: parts.filter((part, i) => !isDecidedHere(part, i)) }
}

export function isDecidedBy(feature: number | undefined, basis: Basis): boolean {
  return basis === CONSTANT || (isDecided(basis) && featureOf(basis) === feature)
}

function rarest(
  parts: readonly Expr[],
  bases: readonly Basis[],
  isIndexed: (feature: number) => boolean,
): number | undefined {
  const isLookedUp = (basis: Basis) => isDecided(basis) && isIndexed(featureOf(basis))
  if (bases.length === 1) return isLookedUp(bases[0] as Basis) ? featureOf(bases[0] as Basis) : undefined
  const odds = new Map<Basis, number>()
  bases.forEach((basis, i) => {
    if (isLookedUp(basis)) odds.set(basis, (odds.get(basis) ?? 1) * likelihood(parts[i] as Expr))
  })
  let best: number | undefined
  let least = 2
  odds.forEach((share, basis) => {
    if (share >= least) return
    best = featureOf(basis)
    least = share
  })
  return best
}
