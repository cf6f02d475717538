/** Two models put together, and what is proved of them so far: what is alike in both is then there once. */
import { type Expr, formatInstant, type Program, type Score } from '@merit-lang/runtime'
import { holds, type Run, readLead, runOf } from '@merit-lang/runtime/reference'
import { type Analysis, analyse } from '../analysis.ts'
import type { Budget, Verdict, Witness } from '../claims.ts'
import { type BlockDifference, scoreDifference } from '../search/difference.ts'
import { extreme } from '../search/extreme.ts'
import type { Goal } from '../search/goal.ts'
import type { Side } from '../search/steer.ts'
import { noWish } from '../search/wish.ts'
import { smallest } from '../witness/smallest.ts'
import { Canonical } from './canonical.ts'
import { type Merged, merged, type Side as Placed } from './merge.ts'
import { Order } from './order.ts'
import { differenceOf } from './plan.ts'

export interface ScoreVerdicts {
  readonly more: Verdict
  readonly less: Verdict
}

const never: Verdict = { kind: 'impossible' }

export class Comparing {
  readonly before: Program
  readonly after: Program
  private readonly budget: Budget | undefined
  private merged: Merged
  private analysis: Analysis | undefined
  forms: Canonical
  private order: Order
  /** By the index of a score of `after`, that of `before` with which it is alike. */
  private readonly same = new Map<number, number>()
  /** Scores, by their indices in `before` and `after`, of which one is proved never to be above the other. */
  private readonly proved: { readonly low: readonly [0 | 1, number]; readonly high: readonly [0 | 1, number] }[] = []

  constructor(before: Program, after: Program, budget: Budget | undefined) {
    this.before = before
    this.after = after
    this.budget = budget
    this.merged = merged(before, after)
    this.forms = new Canonical(this.merged.program)
    this.order = this.newOrder()
    this.takeTogether(this.alikeInForm())
  }

  get program(): Program {
    return this.merged.program
  }

  get sides(): readonly [Placed, Placed] {
    return this.merged.sides
  }

  /** Whether there is a lead for which the condition holds. */
  possible(condition: Expr): Verdict {
    this.analysis ??= analyse(this.program)
    return this.analysis.possible(condition, this.budget)
  }

  /** Whether some lead has the first of a pair and not the second. */
  anyWithout(pairs: readonly (readonly [has: Expr, hasNot: Expr])[]): Verdict {
    const open = pairs.filter(([has, hasNot]) => !this.order.implies(has, hasNot))
    if (open.length === 0) return never
    const questions = open.map(([has, of]): Expr => ({ op: 'and', of: [has, { op: 'not', of }] }))
    const question: Expr = { op: 'or', of: questions }
    const nearest = open.flatMap(([has]) => {
      const verdict = this.possible(has)
      return verdict.kind === 'possible' ? [verdict.witness] : []
    })
    return this.shown(nearest, run => holds(question, { run })) ?? this.possible(question)
  }

  /** Leads that come near are tried as they are, and as they get older. */
  private shown(near: readonly Witness[], shows: (run: Run) => boolean): Verdict | undefined {
    const { program } = this
    const runFor = ({ lead, now }: Witness) => runOf(program, readLead(program, lead), now)
    const found = near.flatMap(aged).find(one => shows(runFor(one)))
    if (!found) return undefined
    const goal: Goal = { parts: [], end: () => ({ value: 1, wish: noWish }), measure: run => Number(shows(run)) }
    return { kind: 'possible', witness: smallest(goal, program, found) }
  }

  /** Whether the second model ever gives more points, and whether it ever gives fewer. */
  scores(name: string): ScoreVerdicts {
    const indexIn = ({ scores }: Program) => scores.findIndex(score => score.name === name)
    const [before, after] = [indexIn(this.before), indexIn(this.after)]
    if (this.same.has(after)) return { more: never, less: never }
    const verdicts = { more: this.verdictOn(before, after, 1), less: this.verdictOn(before, after, -1) }
    if (verdicts.more.kind === 'impossible') this.proved.push({ low: [1, after], high: [0, before] })
    if (verdicts.less.kind === 'impossible') this.proved.push({ low: [0, before], high: [1, after] })
    if (verdicts.more.kind === 'impossible' && verdicts.less.kind === 'impossible')
      this.takeTogether(new Map([[after, before]]))
    else this.order = this.newOrder()
    return verdicts
  }

  private verdictOn(before: number, after: number, side: Side): Verdict {
    const [low, high] = [this.sides[0].scores[before] as number, this.sides[1].scores[after] as number]
    const [from, to] = [this.program.scores[low] as Score, this.program.scores[high] as Score]
    if (side > 0 ? this.order.formulaAtMost(to, from) : this.order.formulaAtMost(from, to)) return never
    const blocks =
      from.kind === 'rules' && to.kind === 'rules'
        ? differenceOf(from.block, to.block, this.forms, this.order)
        : undefined
    return this.difference(low, high, side, blocks)
  }

  private difference(low: number, high: number, side: Side, blocks: BlockDifference | undefined): Verdict {
    this.analysis ??= analyse(this.program)
    const { space } = this.analysis
    const goal = scoreDifference(low, high, blocks)
    const { bound = 0, witness } = extreme(goal, side, space, this.budget)
    if (bound * side < 1) return never
    const shows = (run: Run) => goal.measure(run) * side >= 1
    return this.shown(witness ? [witness] : [], shows) ?? { kind: 'undecided', why: undecidedWhy }
  }

  private alikeInForm(): ReadonlyMap<number, number> {
    const { forms, sides } = this
    const found = this.after.scores.flatMap(({ name }, index) => {
      const partner = this.before.scores.findIndex(score => score.name === name)
      const [one, other] = [sides[0].scores[partner], sides[1].scores[index]]
      const alike = one !== undefined && other !== undefined && forms.score(one) === forms.score(other)
      return alike ? [[index, partner] as const] : []
    })
    return new Map(found)
  }

  private takeTogether(alike: ReadonlyMap<number, number>): void {
    for (const [after, before] of alike) this.same.set(after, before)
    this.merged = merged(this.before, this.after, this.same)
    this.analysis = undefined
    this.forms = new Canonical(this.merged.program)
    this.order = this.newOrder()
  }

  private newOrder(): Order {
    const places = this.proved.map(({ low, high }) => `${this.placeOf(low)} ${this.placeOf(high)}`)
    const known = new Set(places)
    return new Order(this.program, this.forms, (low, high) => known.has(`${low} ${high}`))
  }

  private placeOf([side, index]: readonly [0 | 1, number]): number {
    return this.sides[side].scores[index] as number
  }
}

const DAY = 86_400_000
const later = [0, 0.25, 1, 2, 5, 10, 20, 30, 45, 60, 90, 120, 180, 365].map(days => days * DAY)

function aged({ lead, now }: Witness): readonly Witness[] {
  const times = later.map(time => now + time)
  return times.filter(time => formatInstant(time) !== 'out of range').map(time => ({ lead, now: time }))
}

const undecidedWhy =
  'the rules in which they differ are too many, or depend on the history in ways that were not followed'
