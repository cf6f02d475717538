/** What a score's own cap and floor let through, where they are plain numbers. */
import type { CheckedModel, ScoreSymbol } from '../model.ts'
import { constantOf } from './constants.ts'

export interface Bounds {
  readonly cap: number
  readonly floor: number
}

/** Infinite where there is no bound, or one that depends on the lead. A weight multiplies what the bounds let through. */
export function boundsOf(model: CheckedModel, { declaration }: ScoreSymbol): Bounds {
  const weight = declaration?.weight ? (constantOf(model, declaration.weight) ?? Number.NaN) : 1
  if (!declaration || !(weight >= 0)) return { cap: Infinity, floor: -Infinity }
  // A block whose own condition fails gives 0, which its floor does not raise and its cap does not lower.
  const [low, high] = declaration.when ? [0, 0] : [Infinity, -Infinity]
  return {
    cap: Math.max(high, (constantOf(model, declaration.cap) ?? Infinity) * weight),
    floor: Math.min(low, (constantOf(model, declaration.floor) ?? -Infinity) * weight),
  }
}
