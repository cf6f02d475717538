/** The numbers that a condition asks of scores. */
import type { Expr, Program } from '@merit-lang/runtime'

/** In millionths: who meets the condition has at least so many points of the score. */
export interface Threshold {
  readonly score: number
  readonly least: number
}

/** Those that every lead meets for whom the condition holds. */
export function thresholdsIn(e: Expr, program: Program): readonly Threshold[] {
  if (e.op === 'and') return e.of.flatMap(part => thresholdsIn(part, program))
  if (e.op === 'value') return thresholdsIn(program.values[e.index] as Expr, program)
  if (e.op === 'atMost') return thresholdOf(e.left, e.right, Math.ceil)
  if (e.op === 'less') return thresholdOf(e.left, e.right, points => Math.floor(points) + 1)
  return []
}

function thresholdOf(left: Expr, right: Expr, least: (millionths: number) => number): readonly Threshold[] {
  if (left.op !== 'const' || typeof left.value !== 'number' || right.op !== 'score') return []
  return [{ score: right.index, least: least(nearest(left.value * 1e6)) }]
}

/** What only rounding keeps from being whole is whole. */
function nearest(millionths: number): number {
  const whole = Math.round(millionths)
  return Math.abs(millionths - whole) < 1e-3 ? whole : millionths
}
