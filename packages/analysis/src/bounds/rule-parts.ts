/** What cases, caps and floors of a rule come to. */
import type { Expr, Rule } from '@merit-lang/runtime'
import {
  clampMillionths,
  type Enclosure,
  highest,
  lowest,
  millionths,
  orElse,
  rising,
} from '@merit-lang/runtime/reference'
import { enclose, enclosing, truthIn } from './expressions.ts'
import { firstOf } from './operations.ts'
import type { Scope, View } from './view.ts'

const LIMIT = clampMillionths(Number.POSITIVE_INFINITY)

/** In millionths; `unbound` where there is none or it is unknown. */
export function limitOf(expr: Expr | undefined, unbound: number, view: View): Enclosure {
  return expr ? orElse(rising(enclose(expr, view), millionths), unbound) : unbound
}

export interface Limits {
  readonly cap: number
  readonly floor: number
}

/** For each end, in millionths. What goes beyond all points does not matter. */
export function limitsOf({ cap, floor }: Rule, view: View): { readonly low: Limits; readonly high: Limits } {
  const [most, least] = [limitOf(cap, LIMIT, view), limitOf(floor, -LIMIT, view)]
  return {
    low: { cap: lowest(most), floor: lowest(least) },
    high: { cap: highest(most), floor: highest(least) },
  }
}

/** The points of the first case that holds; unknown where none does. */
export function pointsOf({ cases }: Rule, scope: Scope): Enclosure {
  return firstOf(
    cases,
    one => !one.when || truthIn(one.when.expr, scope),
    one => enclosing(one.points, scope.view.space)(scope),
    () => null,
  )
}
