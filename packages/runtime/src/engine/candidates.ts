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
  const odds = new Map<number, number>()
  for (const part of parts) {
    const basis = basisOf(part)
    if (!isDecided(basis) || !isIndexed(featureOf(basis))) continue
    odds.set(featureOf(basis), (odds.get(featureOf(basis)) ?? 1) * likelihood(part))
  }
  const feature = rarest(odds)
  const isDecidedHere = (part: Expr) => isDecidedBy(feature, basisOf(part))
  return { feature, decided: parts.filter(isDecidedHere), rest: parts.filter(part => !isDecidedHere(part)) }
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
