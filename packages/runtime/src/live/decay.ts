/** Shapes of decay whose sums move on in time without looking at the events again. */
import { halve } from '../kernel/halve.ts'
import type { Expr } from '../program.ts'

export interface Decay {
  /** `half-life`: 2^(−age / over). `linear`: max(0, 1 − age / over). */
  readonly kind: 'half-life' | 'linear'
  /** Milliseconds, at least 1. */
  readonly over: number
  /** Milliseconds that do not count towards the age. */
  readonly after: number
}

const factors = {
  'half-life': halve,
  linear: share => Math.max(0, 1 - share),
} satisfies { [K in Decay['kind']]: (share: number) => number }

/** What is left of points at an age, by the same operations as the expression of which this is the decay. */
export function factorAt({ kind, over, after }: Decay, age: number): number {
  return factors[kind](Math.max(0, age - after) / over)
}

/** Half-lives of grace within which running sums stay within the range of doubles. */
export const LONGEST_GRACE = 256

/** Nothing for any other shape. */
export function decayOf(points: Expr): Decay | undefined {
  const factor = points.op === 'multiply' && points.left.op === 'amount' ? points.right : undefined
  const aged = factor && (agedByHalves(factor) ?? agedEvenly(factor))
  const after = aged && graceOf(aged.age)
  if (!aged || after === undefined || aged.over < 1 || after > LONGEST_GRACE * aged.over) return undefined
  return { kind: aged.kind, over: aged.over, after }
}

interface Aged {
  readonly kind: Decay['kind']
  readonly age: Expr
  readonly over: number
}

function agedByHalves(factor: Expr): Aged | undefined {
  return factor.op === 'halve' ? quotient('half-life', factor.of) : undefined
}

/** max(0, 1 − age / over) */
function agedEvenly(factor: Expr): Aged | undefined {
  const left = factor.op === 'max' && isConst(factor.left, 0) ? factor.right : undefined
  return left?.op === 'subtract' && isConst(left.left, 1) ? quotient('linear', left.right) : undefined
}

function quotient(kind: Decay['kind'], of: Expr): Aged | undefined {
  const over = of.op === 'divide' ? constantOf(of.right) : undefined
  return of.op === 'divide' && over !== undefined ? { kind, age: of.left, over } : undefined
}

/** `age`, or max(0, age − after) */
function graceOf(age: Expr): number | undefined {
  if (age.op === 'age') return 0
  const late = age.op === 'max' && isConst(age.left, 0) ? age.right : undefined
  const after = late?.op === 'subtract' && late.left.op === 'age' ? constantOf(late.right) : undefined
  return after !== undefined && after >= 0 ? after : undefined
}

function constantOf(expr: Expr): number | undefined {
  return expr.op === 'const' && typeof expr.value === 'number' ? expr.value : undefined
}

function isConst(expr: Expr, value: number): boolean {
  return constantOf(expr) === value
}
