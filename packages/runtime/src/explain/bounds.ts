import { toPoints } from '../kernel/points.ts'
import type { Run } from '../kernel/scope.ts'
import type { Expr } from '../program.ts'
import { limit } from '../scoring/rule.ts'

interface Bounded {
  readonly cap?: Expr
  readonly floor?: Expr
  readonly weight?: number
}

/** The bounds that can bind, in points, and the weight, where there are any. */
export function explainBounds(
  { cap, floor, weight }: Bounded,
  run: Run,
): { cap?: number; floor?: number; weight?: number } {
  const [above, below] = [limit(cap, run), limit(floor, run)]
  return {
    ...(above !== null && { cap: toPoints(above) }),
    ...(below !== null && { floor: toPoints(below) }),
    ...(weight !== undefined && { weight }),
  }
}
