import type { Expr, Op } from '@merit-lang/runtime'
import {
  absolute,
  between,
  combined,
  difference,
  type Enclosure,
  isAtMost,
  isEqual,
  isLess,
  quotient,
  rising,
  type Truth,
} from '@merit-lang/runtime/reference'
import type { Operand } from './formula.ts'
import { subjectOf, withoutNames } from './operands.ts'
import { noLetters, type Reader } from './reader.ts'

/** No text is longer. */
const LONGEST = 2 ** 31
/** Tests that are still open at this length are not followed. */
const FOLLOWED = 4096

/** A test of the length of an operand. */
export interface LengthTest {
  readonly operand: Operand
  /** Of one length, or of all in an interval. */
  readonly holds: (length: Enclosure) => Truth
}

/** A number that follows from a length, or from none. */
interface Measure {
  readonly operand?: Operand
  readonly of: (length: Enclosure) => Enclosure
}

type Pair = { readonly left: Expr; readonly right: Expr }
type Combine<T> = (a: Enclosure, b: Enclosure) => T

const comparisons: { readonly [K in Op]?: Combine<Truth> } = { equal: isEqual, less: isLess, atMost: isAtMost }

const pairs: { readonly [K in Op]?: Combine<Enclosure> } = {
  add: (a, b) => combined(a, b, (a, b) => a + b),
  subtract: difference,
  multiply: (a, b) => combined(a, b, (a, b) => a * b),
  divide: quotient,
  min: (a, b) => combined(a, b, Math.min),
  max: (a, b) => combined(a, b, Math.max),
}

const singles: { readonly [K in Op]?: (of: Enclosure) => Enclosure } = {
  floor: of => rising(of, Math.floor),
  abs: absolute,
}

/** Undefined for what is no test of one length, or one of lengths beyond those that are followed. */
export function lengthTest(e: Expr, values: readonly Expr[]): LengthTest | undefined {
  const found = e.op === 'member' ? memberTest(e.of, e.values, values) : pairTest(e, values)
  return found && found.holds(between(FOLLOWED, LONGEST)) !== undefined ? found : undefined
}

function pairTest(e: Expr, values: readonly Expr[]): LengthTest | undefined {
  const compare = comparisons[e.op]
  return compare && tested(measuredPair(e as Expr & Pair, compare, values))
}

function memberTest(e: Expr, members: readonly unknown[], values: readonly Expr[]): LengthTest | undefined {
  const measure = measured(e, values)
  const numbers = members.filter(member => typeof member === 'number')
  const isOneOf = (of: Enclosure): Truth => {
    const truths = numbers.map(number => isEqual(of, number))
    return truths.includes(true) || (truths.includes(undefined) ? undefined : false)
  }
  return measure && tested({ operand: measure.operand, of: length => isOneOf(measure.of(length)) })
}

function tested(test: { readonly operand?: Operand; readonly of: LengthTest['holds'] } | undefined) {
  return test?.operand && { operand: test.operand, holds: test.of }
}

function measured(e: Expr, values: readonly Expr[]): Measure | undefined {
  const resolved = withoutNames(e, values)
  if (resolved.op === 'const') return typeof resolved.value === 'number' ? { of: () => resolved.value } : undefined
  if (resolved.op === 'length') {
    const subject = subjectOf(resolved.of, values)
    return subject && { operand: subject.operand, of: length => length }
  }
  const [single, pair] = [singles[resolved.op], pairs[resolved.op]]
  if (pair) return measuredPair(resolved as Expr & Pair, pair, values)
  const inner = single && measured((resolved as Expr & { readonly of: Expr }).of, values)
  return inner && { operand: inner.operand, of: length => (single as (of: Enclosure) => Enclosure)(inner.of(length)) }
}

/** Undefined also where the sides look at different operands. */
function measuredPair<T>({ left, right }: Pair, combine: Combine<T>, values: readonly Expr[]) {
  const [a, b] = [measured(left, values), measured(right, values)]
  if (!a || !b || (a.operand && b.operand && a.operand !== b.operand)) return undefined
  return { operand: a.operand ?? b.operand, of: (length: Enclosure): T => combine(a.of(length), b.of(length)) }
}

/** Counts as far as it matters. */
export function asLongAs(holds: LengthTest['holds']): Reader<number> {
  const verdict = (length: number) => holds(between(length, LONGEST))
  return {
    start: 0,
    step: length => (verdict(length) === undefined ? length + 1 : length),
    accepts: length => holds(length) === true,
    verdict,
    key: length => length,
    ...noLetters,
  }
}
