/** How far a composed score may be off what its formula says, because doubles are rounded and points are whole millionths. */
import type { Expr, ExprOf, Op, Program } from '@merit-lang/runtime'

interface Rounded {
  /** No number is further from 0, in points. */
  readonly size: number
  /** In points. */
  readonly off: number
}

/** Points of a score are held within this. */
const LARGEST = 9e9

/** More than half of the distance between 1 and the next double. */
const EPSILON = 2 ** -52

/** In millionths; infinite for formulas of anything but scores and numbers. */
export function roundingIn(formula: Expr, program: Program): number {
  return 0.5 + roundedIn(formula, program).off * 1e6
}

function roundedIn(e: Expr, program: Program): Rounded {
  const of = operations[e.op] as ((e: Expr, program: Program) => Rounded) | undefined
  return of?.(e, program) ?? { size: Number.POSITIVE_INFINITY, off: Number.POSITIVE_INFINITY }
}

type Binary = { readonly left: Expr; readonly right: Expr }
type Combine = (left: Rounded, right: Rounded) => Rounded

const rounded = (size: number, off: number): Rounded => ({ size, off: off + size * EPSILON })

const binary =
  (combine: Combine) =>
  ({ left, right }: Binary, program: Program): Rounded =>
    combine(roundedIn(left, program), roundedIn(right, program))

const sum = binary((a, b) => rounded(a.size + b.size, a.off + b.off))
const either = binary((a, b) => ({ size: Math.max(a.size, b.size), off: Math.max(a.off, b.off) }))

const operations: { readonly [K in Op]?: (e: ExprOf<K>, program: Program) => Rounded } = {
  const: ({ value }) => ({ size: Math.abs(Number(value)), off: 0 }),
  score: () => rounded(LARGEST, 0),
  value: ({ index }, program) => roundedIn(program.values[index] as Expr, program),
  add: sum,
  subtract: sum,
  multiply: binary((a, b) => rounded(a.size * b.size, a.off * b.size + b.off * a.size + a.off * b.off)),
  min: either,
  max: either,
}
