/**
 * How far one score may be above another: where neither is always above the other, whoever has many points of the one
 * still has so many of the other. All in whole millionths of points.
 */
import type { Block, Expr, ExprOf, Op, Program, Score } from '@merit-lang/runtime'
import type { Budget } from '../claims.ts'
import { FAR, scoreDifference } from '../search/difference.ts'
import { extreme } from '../search/extreme.ts'
import { spaceOf } from '../space/build.ts'
import type { Canonical } from './canonical.ts'
import type { Order } from './order.ts'
import { onlySums } from './part.ts'
import { localDifference } from './plan.ts'
import { roundingIn } from './rounding.ts'

/** A score that has come to so many millionths, or further. */
export interface Threshold {
  readonly score: number
  readonly at: number
}

/** What a comparison of a score with a number asks: that a threshold is met, or that it is not. */
export interface Asked {
  readonly threshold: Threshold
  readonly met: boolean
}

export function asked(e: Expr): Asked | undefined {
  if (e.op !== 'less' && e.op !== 'atMost') return undefined
  const beyond = Number(e.op === 'less')
  if (e.right.op === 'score') return askedOf(e.right, e.left, beyond, true)
  return e.left.op === 'score' ? askedOf(e.left, e.right, 1 - beyond, false) : undefined
}

function askedOf({ index }: ExprOf<'score'>, number: Expr, beyond: number, met: boolean): Asked | undefined {
  const at = wholeOf(number)
  return at === undefined ? undefined : { threshold: { score: index, at: at + beyond }, met }
}

/** Of numbers that are whole millionths, and small enough to be told apart as points. */
function wholeOf(e: Expr | undefined): number | undefined {
  if (e?.op !== 'const' || typeof e.value !== 'number') return undefined
  const whole = Math.round(e.value * 1e6)
  return whole / 1e6 === e.value && Math.abs(whole) < 1e15 ? whole : undefined
}

const UNBOUNDED = Number.POSITIVE_INFINITY

/** What is searched for one bound. */
const BOXES = 8

export class Excess {
  private readonly program: Program
  private readonly forms: Canonical
  private readonly order: Order
  private readonly budget: Budget
  private readonly known = new Map<string, number>()

  constructor(program: Program, forms: Canonical, order: Order, budget: Budget) {
    this.program = program
    this.forms = forms
    this.order = order
    this.budget = { ...budget, boxes: Math.min(budget.boxes, BOXES) }
  }

  /** Whoever reaches one threshold reaches the other. */
  reaches(one: Threshold, other: Threshold): boolean {
    const kept = one.at - other.at
    return this.between(this.seenFrom(one), this.seenFrom(other), kept + 1) <= kept
  }

  /** Of whole scores, by their index. */
  ofScores(low: number, high: number): number {
    if (this.order.scoreAtMost(low, high)) return 0
    const key = `${low} ${high}`
    const found = this.known.get(key) ?? this.between(this.score(low), this.score(high))
    this.known.set(key, found)
    return found
  }

  /** Of parts of formulas. */
  ofParts(low: Expr, high: Expr): number {
    if (low.op === 'value') return this.ofParts(this.program.values[low.index] as Expr, high)
    if (high.op === 'value') return this.ofParts(low, this.program.values[high.index] as Expr)
    if (low.op !== high.op) return UNBOUNDED
    const of = operations[low.op] as ((low: Expr, high: Expr, excess: Excess) => number) | undefined
    return of?.(low, high, this) ?? UNBOUNDED
  }

  private score(index: number): Score {
    return this.program.scores[index] as Score
  }

  /** A score of which the same leads reach the threshold, without what keeps it from going beyond or stops it before. */
  private seenFrom({ score: index, at }: Threshold): Score {
    const score = this.score(index)
    if (score.kind === 'formula') return { ...score, ...boundsSeen(score, at) }
    const { block } = score
    return (block.weight ?? 1) === 1 ? { ...score, block: { ...block, ...boundsSeen(block, at) } } : score
  }

  /** @param enough from there on it does not matter how far */
  private between(low: Score, high: Score, enough?: number): number {
    if (low.kind === 'rules' && high.kind === 'rules') return this.ofBlocks(low.block, high.block, enough)
    if (low.kind === 'formula' && high.kind === 'formula') return this.ofFormulas(low, high)
    return UNBOUNDED
  }

  private ofBlocks(low: Block, high: Block, enough?: number): number {
    const blocks = localDifference(high, low, this.forms, this.order)
    if (blocks.whole) return UNBOUNDED
    const space = spaceOf(onlySums(this.program, [blocks.before, blocks.after]))
    const howFar = { ...scoreDifference(0, 1, blocks), enough }
    const { bound = 0, endless } = extreme(howFar, 1, space, this.budget)
    return endless || bound >= FAR ? UNBOUNDED : bound
  }

  private ofFormulas(low: Formula, high: Formula): number {
    const rounded = roundingIn(low.formula, this.program) + roundingIn(high.formula, this.program)
    return Math.max(
      this.ofParts(low.formula, high.formula) + rounded,
      high.cap ? this.ofLimits(low.cap, high.cap) : 0,
      low.floor ? this.ofLimits(low.floor, high.floor) : 0,
    )
  }

  private ofLimits(low: Expr | undefined, high: Expr | undefined): number {
    return low && high ? this.ofParts(low, high) : UNBOUNDED
  }
}

type Formula = Extract<Score, { kind: 'formula' }>

interface Bounds {
  readonly cap?: Expr
  readonly floor?: Expr
}

function boundsSeen({ cap, floor }: Bounds, at: number): Bounds {
  const [most, least] = [wholeOf(cap), wholeOf(floor)]
  return {
    cap: most !== undefined && most >= at ? undefined : cap,
    floor: least !== undefined && least < at ? undefined : floor,
  }
}

type Apart<K extends Op> = (low: ExprOf<K>, high: ExprOf<K>, excess: Excess) => number

const ofEither: Apart<'min' | 'max'> = (low, high, excess) =>
  Math.max(excess.ofParts(low.left, high.left), excess.ofParts(low.right, high.right))

/** Operations on scores and numbers, which are always known. */
const operations: { readonly [K in Op]?: Apart<K> } = {
  const: (low, high) => (wholeOf(low) ?? UNBOUNDED) - (wholeOf(high) ?? -UNBOUNDED),
  score: (low, high, excess) => excess.ofScores(low.index, high.index),
  add: (low, high, excess) => excess.ofParts(low.left, high.left) + excess.ofParts(low.right, high.right),
  subtract: (low, high, excess) => excess.ofParts(low.left, high.left) + excess.ofParts(high.right, low.right),
  multiply: (low, high, excess) =>
    ofProducts(low.left, high.left, low.right, high.right, excess) ??
    ofProducts(low.right, high.right, low.left, high.left, excess) ??
    UNBOUNDED,
  min: ofEither as Apart<'min'>,
  max: ofEither as Apart<'max'>,
}

/** Of something times one and the same number. */
function ofProducts(factor: Expr, other: Expr, low: Expr, high: Expr, excess: Excess): number | undefined {
  if (factor.op !== 'const' || other.op !== 'const' || factor.value !== other.value) return undefined
  const times = Number(factor.value)
  if (times === 0) return 0
  return times > 0 ? times * excess.ofParts(low, high) : -times * excess.ofParts(high, low)
}
