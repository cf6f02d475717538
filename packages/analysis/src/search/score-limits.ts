/** What a condition says of scores by itself: where it holds, they are within these limits, whatever else is so. */
import type { Expr, Program } from '@merit-lang/runtime'

/** In whole millionths, both ends included. */
export interface Limits {
  readonly low: number
  readonly high: number
}

export type ScoreLimits = ReadonlyMap<number, Limits>

export const noLimits: ScoreLimits = new Map()

export function scoreLimitsOf(condition: Expr, program: Program): ScoreLimits {
  const found = new Map<number, Limits>()
  for (const [index, { low, high }] of limitsIn(condition, true, program)) {
    const known = found.get(index) ?? { low, high }
    found.set(index, { low: Math.max(low, known.low), high: Math.min(high, known.high) })
  }
  return found
}

type Found = readonly (readonly [score: number, Limits])[]

function limitsIn(e: Expr, want: boolean, program: Program): Found {
  if (e.op === 'not') return limitsIn(e.of, !want, program)
  if (e.op === 'value') return limitsIn(program.values[e.index] as Expr, want, program)
  if ((e.op === 'and' && want) || (e.op === 'or' && !want)) return e.of.flatMap(part => limitsIn(part, want, program))
  if (e.op === 'less' || e.op === 'atMost') return ordered(e.left, e.right, (e.op === 'less') === want, want)
  return e.op === 'equal' && want
    ? [...ordered(e.left, e.right, false, true), ...ordered(e.right, e.left, false, true)]
    : []
}

/** Left before right, or (not wanted) right before left; `strict`: and not at the same place. */
function ordered(left: Expr, right: Expr, strict: boolean, want: boolean): Found {
  const [lesser, greater] = want ? [left, right] : [right, left]
  if (lesser.op === 'score' && isNumber(greater))
    return [[lesser.index, { low: -Infinity, high: below(greater.value, strict) }]]
  if (greater.op === 'score' && isNumber(lesser))
    return [[greater.index, { low: -below(-lesser.value, strict), high: Infinity }]]
  return []
}

function isNumber(e: Expr): e is Expr & { readonly op: 'const'; readonly value: number } {
  return e.op === 'const' && typeof e.value === 'number'
}

/** The greatest number of millionths that is not beyond so many points. */
function below(points: number, strict: boolean): number {
  const exact = points * 1e6
  const whole = Math.round(exact)
  const isWhole = whole / 1e6 === points
  return isWhole && strict ? whole - 1 : isWhole ? whole : Math.floor(exact) + 1
}
