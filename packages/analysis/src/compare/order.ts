/**
 * Which of two parts is never more than the other, read off their forms: the same operation on parts that are in order.
 * What is not seen to be in order may be so. Where a part is unknown, so is the one that it is in order with.
 */
import type { Block, Case, EventSet, Expr, ExprOf, Program, Rule, Score, StageLine } from '@merit-lang/runtime'
import type { Canonical } from './canonical.ts'
import { type Asked, asked, type Threshold } from './excess.ts'
import { rising } from './rising.ts'
import { factorOf, isFraction, risesWithAmount, signOf } from './signs.ts'

/** What is known of scores, by their index, from elsewhere. */
export interface ScoreFacts {
  /** Proved before: one is never above the other. */
  readonly atMost: (low: number, high: number) => boolean
  /** Whoever reaches the one reaches the other. */
  readonly reaches: (one: Threshold, other: Threshold) => boolean
}

/** Definitions inside definitions that are followed. */
const DEEP = 300

export class Order {
  private readonly program: Program
  private readonly forms: Canonical
  private readonly scores: ScoreFacts
  private readonly known = new Map<string, boolean>()
  private depth = 0

  constructor(program: Program, forms: Canonical, scores: ScoreFacts) {
    this.program = program
    this.forms = forms
    this.scores = scores
  }

  // -------------------------------------------------------------- numbers

  /** `low` ≤ `high`, for all leads. */
  atMost(low: Expr, high: Expr): boolean {
    return this.once('at most', low, high, () => {
      if (low.op === 'value') return this.atMost(this.defined(low), high)
      if (high.op === 'value') return this.atMost(low, this.defined(high))
      if (low.op !== high.op) return false
      const compare = rising[low.op] as ((low: Expr, high: Expr, order: Order) => boolean) | undefined
      return compare?.(low, high, this) ?? false
    })
  }

  /** Every pair is looked at once, and no pair deep inside others: what is not seen may be so. */
  private once(question: string, one: Expr, other: Expr, work: () => boolean): boolean {
    const key = `${question} ${this.forms.of(one)} ${this.forms.of(other)}`
    const known = this.forms.same(one, other) ? true : this.known.get(key)
    if (known !== undefined || this.depth >= DEEP) return known ?? false
    this.depth++
    const answer = work()
    this.depth--
    this.known.set(key, answer)
    return answer
  }

  scoreAtMost(low: number, high: number): boolean {
    return low === high || this.scores.atMost(low, high) || this.forms.score(low) === this.forms.score(high)
  }

  /** Of composed scores. Where a formula is unknown, so is the other. */
  formulaAtMost(low: Score, high: Score): boolean {
    if (low.kind !== 'formula' || high.kind !== 'formula' || !this.atMost(low.formula, high.formula)) return false
    return this.capAtMost(low.cap, high.cap) && this.floorAtMost(low.floor, high.floor)
  }

  same(a: object | undefined, b: object | undefined): boolean {
    return this.forms.same(a, b)
  }

  private defined({ index }: ExprOf<'value'>): Expr {
    return this.program.values[index] as Expr
  }

  /** Of a limit: none is beyond every other. */
  capAtMost(low: Expr | undefined, high: Expr | undefined): boolean {
    return high === undefined || (low !== undefined && this.atMost(low, high))
  }

  floorAtMost(low: Expr | undefined, high: Expr | undefined): boolean {
    return low === undefined || (high !== undefined && this.atMost(low, high))
  }

  // -------------------------------------------------------------- conditions

  /** Whoever has one has the other. */
  implies(one: Expr, other: Expr): boolean {
    return this.once('implies', one, other, () => {
      if (one.op === 'value') return this.implies(this.defined(one), other)
      if (other.op === 'value') return this.implies(one, this.defined(other))
      if (other.op === 'and') return other.of.every(part => this.implies(one, part))
      if (one.op === 'or') return one.of.every(part => this.implies(part, other))
      if (one.op === 'and' && one.of.some(part => this.implies(part, other))) return true
      if (other.op === 'or') return other.of.some(part => this.implies(one, part))
      if (one.op === 'not' && other.op === 'not') return this.implies(other.of, one.of)
      if (one.op === 'stage' && other.op === 'stage') return this.stageImplies(one.index, other.index)
      return this.comparisonImplies(one, other)
    })
  }

  private comparisonImplies(one: Expr, other: Expr): boolean {
    const [few, many] = [valuesIn(one), valuesIn(other)]
    if (few && many) return this.same(few.of, many.of) && few.values.every(value => many.values.includes(value))
    return this.orderImplies(one, other) || this.reachImplies(asked(one), asked(other))
  }

  private orderImplies(one: Expr, other: Expr): boolean {
    if ((one.op !== 'less' && one.op !== 'atMost') || (other.op !== 'less' && other.op !== 'atMost')) return false
    if (one.op === 'atMost' && other.op === 'less') return false
    return this.atMost(other.left, one.left) && this.atMost(one.right, other.right)
  }

  /** Who does not reach a threshold does not reach another, where whoever reaches the other reaches the first. */
  private reachImplies(one: Asked | undefined, other: Asked | undefined): boolean {
    if (!one || !other || one.met !== other.met) return false
    return one.met
      ? this.scores.reaches(one.threshold, other.threshold)
      : this.scores.reaches(other.threshold, one.threshold)
  }

  private stageImplies(one: number, other: number): boolean {
    const lines = (index: number) => this.program.stages[index]?.lines ?? []
    return lines(one).every(line => lines(other).some(wider => this.lineImplies(line, wider)))
  }

  /** What stays on must have come on, and the other stays on for longer. */
  private lineImplies(one: StageLine, other: StageLine): boolean {
    if (!this.implies(one.when.expr, other.when.expr)) return false
    if (!one.until || !one.at) return true
    if (!other.until || !other.at) return false
    return this.implies(staying(one.until, one.at.score), staying(other.until, other.at.score))
  }

  // -------------------------------------------------------------- rules

  /** What `low` gives is never more than what `high` gives. */
  ruleAtMost(low: Rule, high: Rule): boolean {
    const { weight = 1 } = low
    if (!low.on !== !high.on || weight < 0 || weight !== (high.weight ?? 1)) return false
    if (!this.same(low.when?.expr, high.when?.expr) || !this.sameCases(low.cases, high.cases)) return false
    if (!(low.on ? this.eventsAtMost(low, high) : this.pointsAtMost(low, high))) return false
    return this.capAtMost(low.cap, high.cap) && this.floorAtMost(low.floor, high.floor)
  }

  private sameCases(a: readonly Case[], b: readonly Case[]): boolean {
    return a.length === b.length && a.every((one, i) => this.same(one.when?.expr, b[i]?.when?.expr))
  }

  /** Case by case. */
  private pointsAtMost(low: Rule, high: Rule): boolean {
    return low.cases.every(({ points }, i) => this.atMost(points, (high.cases[i] as Case).points))
  }

  private eventsAtMost(low: Rule, high: Rule): boolean {
    const [few, many] = [low, high].map(({ on }) => on?.steps.at(-1)?.set) as [EventSet, EventSet]
    const gives = (rule: Rule) => signOf(rule.cases.map(({ points }) => points))
    if (!this.eachAtMost(low, high)) return false
    if (this.same(few, many)) return true
    const bound = low.cap ?? low.floor ?? high.cap ?? high.floor
    if (bound) return false
    return (gives(high) > 0 && this.within(few, many)) || (gives(low) < 0 && this.within(many, few))
  }

  /** For each event. */
  private eachAtMost(low: Rule, high: Rule): boolean {
    const points = this.pointsAtMost(low, high)
    const [slow, fast] = [low.on?.decay?.points, high.on?.decay?.points]
    if (this.same(slow, fast)) return points && (!slow || risesWithAmount(slow))
    const sign = signOf([...low.cases, ...high.cases].map(({ points }) => points))
    const [least, most] = [factorOf(slow), factorOf(fast)]
    if (!points || !least || !most || sign === 0) return false
    const [lower, higher] = sign > 0 ? [least, most] : [most, least]
    return this.atMost(lower, higher) || (isFraction(lower) && higher.op === 'const' && higher.value === 1)
  }

  /** Every event of the one is among those of the other. */
  private within(few: EventSet, many: EventSet): boolean {
    if (this.same(few, many)) return true
    if (few.op === 'sharedSet') return this.within(this.program.sets[few.index] as EventSet, many)
    if (many.op === 'sharedSet') return this.within(few, this.program.sets[many.index] as EventSet)
    if (few.op === 'events' && many.op === 'events') return few.types.every(type => many.types.includes(type))
    if (
      few.op === 'filter' &&
      many.op === 'filter' &&
      this.implies(few.where, many.where) &&
      this.within(few.set, many.set)
    )
      return true
    if (few.op === 'window' && many.op === 'window' && windowWithin(few, many) && this.within(few.set, many.set))
      return true
    if (few.op === 'filter' || few.op === 'window') return this.within(few.set, many)
    return many.op === 'union' && many.sets.some(set => this.within(few, set))
  }

  /** What the blocks make of one and the same sum of their items. */
  frameAtMost(low: Block, high: Block): boolean {
    const factors = ({ cap: _, floor: __, ...block }: Block) => this.forms.frame(block)
    return (
      factors(low) === factors(high) && this.capAtMost(low.cap, high.cap) && this.floorAtMost(low.floor, high.floor)
    )
  }
}

function staying(until: Expr, score: number): Expr {
  return { op: 'atMost', left: until, right: { op: 'score', index: score } }
}

/** A test of something against some values. */
function valuesIn(e: Expr): { readonly of: Expr; readonly values: readonly unknown[] } | undefined {
  if (e.op === 'member') return e
  return e.op === 'equal' && e.right.op === 'const' ? { of: e.left, values: [e.right.value] } : undefined
}

type Window = Extract<EventSet, { op: 'window' }>

function windowWithin(few: Window, many: Window): boolean {
  const { atLeast = 0, below = Number.POSITIVE_INFINITY } = many
  return (few.atLeast ?? 0) >= atLeast && (few.below ?? Number.POSITIVE_INFINITY) <= below
}
