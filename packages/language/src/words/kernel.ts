/** Short ways to write kernel expressions. Arithmetic on constants is done here, so that no program computes 30 * 86400000. */
import type { Expr, ExprOf, Value } from '@merit-lang/runtime'
import { fold } from '@merit-lang/runtime'

type Arithmetic = ExprOf<'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max'>['op']

const compute = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  min: Math.min,
  max: Math.max,
} satisfies { [K in Arithmetic]: (a: number, b: number) => number }

export const constant = (value: Value): Expr => ({ op: 'const', value })

/** Not a number and infinity are unknown; there is no negative zero. */
const numberOrUnknown = (value: number): Value => (Number.isFinite(value) ? value + 0 : null)

const constantNumber = (expr: Expr): number | undefined =>
  expr.op === 'const' && typeof expr.value === 'number' ? expr.value : undefined

export function arithmetic(op: Arithmetic, left: Expr, right: Expr): Expr {
  const a = constantNumber(left)
  const b = constantNumber(right)
  if (a === undefined || b === undefined) return { op, left, right }
  return constant(numberOrUnknown(compute[op](a, b)))
}

export const add = (left: Expr, right: Expr): Expr => arithmetic('add', left, right)
export const subtract = (left: Expr, right: Expr): Expr => arithmetic('subtract', left, right)
export const multiply = (left: Expr, right: Expr): Expr => arithmetic('multiply', left, right)
export const divide = (left: Expr, right: Expr): Expr => arithmetic('divide', left, right)
export const min = (left: Expr, right: Expr): Expr => arithmetic('min', left, right)
export const max = (left: Expr, right: Expr): Expr => arithmetic('max', left, right)

export const negate = (of: Expr): Expr => subtract(constant(0), of)

const ofOneNumber = { floor: Math.floor, abs: Math.abs }

function unary(op: keyof typeof ofOneNumber, of: Expr): Expr {
  const value = constantNumber(of)
  return value === undefined ? { op, of } : constant(ofOneNumber[op](value))
}

export const floor = (of: Expr): Expr => unary('floor', of)
export const absolute = (of: Expr): Expr => unary('abs', of)

/** For a text or an enum's value; a constant is folded at once. */
export function folded(of: Expr): Expr {
  if (of.op === 'const') return constant(typeof of.value === 'string' ? fold(of.value) : of.value)
  return of.op === 'fold' || of.op === 'domain' ? of : { op: 'fold', of }
}

export const not = (of: Expr): Expr => ({ op: 'not', of })

/** Chains of `and` (or of `or`) become one flat list. */
export function every(...tests: readonly Expr[]): Expr {
  const of = tests.flatMap(test => (test.op === 'and' ? test.of : [test]))
  return of.length === 1 ? (of[0] as Expr) : { op: 'and', of }
}
export function some(...tests: readonly Expr[]): Expr {
  const of = tests.flatMap(test => (test.op === 'or' ? test.of : [test]))
  return of.length === 1 ? (of[0] as Expr) : { op: 'or', of }
}

export const equal = (left: Expr, right: Expr): Expr => ({ op: 'equal', left, right })
export const less = (left: Expr, right: Expr): Expr => ({ op: 'less', left, right })
export const atMost = (left: Expr, right: Expr): Expr => ({ op: 'atMost', left, right })

/** The value of the first case whose test holds. */
export function choose(cases: readonly (readonly [when: Expr, value: Expr])[], otherwise: Expr): Expr {
  // biome-ignore lint/suspicious/noThenProperty: the program's name for it
  return { op: 'choose', cases: cases.map(([when, value]) => ({ when, then: value })), otherwise }
}

/** The text of a constant: for patterns that are looked at while compiling. */
export function literalText(of: Expr): string {
  return of.op === 'const' && typeof of.value === 'string' ? of.value : ''
}
