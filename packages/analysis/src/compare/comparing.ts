/** Two models put together, and what is proved of them so far: what is alike in both is then there once. */
import type { Expr, Program, Score } from '@merit-lang/runtime'
import { holds, type Run, readLead, runOf } from '@merit-lang/runtime/reference'
import { type Analysis, analyse } from '../analysis.ts'
import type { Budget, Verdict, Witness } from '../claims.ts'
import { type BlockDifference, scoreDifference } from '../search/difference.ts'
import { extreme } from '../search/extreme.ts'
import { type Goal, scorePoints } from '../search/goal.ts'
import type { Side } from '../search/steer.ts'
import { noWish } from '../search/wish.ts'
import type { Space } from '../space/space.ts'
import { smallest } from '../witness/smallest.ts'
import { Canonical } from './canonical.ts'
import { type Merged, merged, type Side as Placed } from './merge.ts'
import { aged, thinned, together, varied } from './near.ts'
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
  private readonly budget: Budget
  private merged: Merged
  private analysis: Analysis | undefined
  private rich: readonly Witness[] | undefined
  forms: Canonical
  private order: Order
  /** By the index of a score of `after`, that of `before` with which it is alike. */
  private readonly same = new Map<number, number>()
  /** Scores, by their indices in `before` and `after`, of which one is proved never to be above the other. */
  private readonly proved: { readonly low: readonly [0 | 1, number]; readonly high: readonly [0 | 1, number] }[] = []

  /** On trying leads for one question. */
  private spent = 0
  /** Rules of both models: what scoring one event takes, about. */
  private readonly size: number
  private readonly alikeGrades = new Set<string>()
  /** Leads for whom a score differs. */
  private readonly partings: Witness[] = []

  constructor(before: Program, after: Program, budget: Budget) {
    this.before = before
    this.after = after
    this.budget = budget
    this.size = JSON.stringify([before.scores, after.scores]).split('"kind":"rule"').length
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

  private get space(): Space {
    this.analysis ??= analyse(this.program)
    return this.analysis.space
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
    const shows = (run: Run) => holds(question, { run })
    return this.shown(this.nearTo(open.map(([has]) => has)), shows) ?? this.possible(question)
  }

  /** Leads that barely have what is asked for: of those for whom a score differs, if one does. */
  private *nearTo(conditions: readonly Expr[]): Generator<Witness> {
    const starts = this.starts()
    for (const condition of conditions) {
      const keeps = (witness: Witness) => holds(condition, { run: this.runFor(witness) })
      const verdict = this.possible(condition)
      if (verdict.kind === 'possible') yield* aged(verdict.witness)
      for (const start of starts) if (keeps(start)) yield* thinned(start, one => keeps(one) && this.parts(one))
    }
    for (const parting of this.partings) yield* varied(parting, this.space)
  }

  /** Leads that have much, and those for whom a score differs with much besides. */
  private starts(): readonly Witness[] {
    const rich = this.richLeads()
    return this.partings.length > 0 ? this.partings.flatMap(one => rich.map(other => together(one, other))) : rich
  }

  /** Whether a score differs, as far as one is known to. */
  private parts(witness: Witness): boolean {
    const run = this.runFor(witness)
    return this.partings.length === 0 || this.pairs().some(([low, high]) => run.score(low) !== run.score(high))
  }

  private pairs(): readonly (readonly [number, number])[] {
    return this.after.scores.flatMap(({ name }, index) => {
      const partner = this.before.scores.findIndex(score => score.name === name)
      const [low, high] = [this.sides[0].scores[partner], this.sides[1].scores[index]]
      return low === undefined || high === undefined || low === high ? [] : [[low, high] as const]
    })
  }

  /** For each score, a lead that has much of it. */
  private richLeads(): readonly Witness[] {
    this.analysis ??= analyse(this.program)
    const { space } = this.analysis
    this.rich ??= this.program.scores.flatMap(
      (_, index) => extreme(scorePoints(index), 1, space, { boxes: 4 }).witness ?? [],
    )
    return this.rich
  }

  private runFor({ lead, now }: Witness): Run {
    const events = (lead.events ?? []) as readonly unknown[]
    this.spent += this.size * (1 + events.length)
    return runOf(this.program, readLead(this.program, lead), now)
  }

  private shown(near: Iterable<Witness>, shows: (run: Run) => boolean): Verdict | undefined {
    this.spent = 0
    for (const witness of near) {
      if (this.spent > most) return undefined
      if (!shows(this.runFor(witness))) continue
      const goal: Goal = { parts: [], end: () => ({ value: 1, wish: noWish }), measure: run => Number(shows(run)) }
      return { kind: 'possible', witness: smallest(goal, this.program, witness) }
    }
    return undefined
  }

  /** Whether the second model ever gives more points, and whether it ever gives fewer. */
  scores(name: string): ScoreVerdicts {
    const indexIn = ({ scores }: Program) => scores.findIndex(score => score.name === name)
    const [before, after] = [indexIn(this.before), indexIn(this.after)]
    if (this.same.has(after)) return { more: never, less: never }
    const verdicts = { more: this.verdictOn(before, after, 1), less: this.verdictOn(before, after, -1) }
    for (const verdict of [verdicts.more, verdicts.less])
      if (verdict.kind === 'possible') this.partings.push(verdict.witness)
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
    const goal = scoreDifference(low, high, blocks)
    const { bound = 0, witness } = extreme(goal, side, this.space, this.budget)
    if (bound * side < 1) return never
    const shows = (run: Run) => goal.measure(run) * side >= 1
    return this.shown(witness ? aged(witness) : [], shows) ?? { kind: 'undecided', why: undecidedWhy }
  }

  /** Joined of grades that are alike, in the same order. Asked after all scores, when grades have their places. */
  gradesAlike(one: number, other: number): boolean {
    const [low, high] = [this.program.grades[one], this.program.grades[other]]
    if (this.forms.grade(one) === this.forms.grade(other) || this.alikeGrades.has(`${one} ${other}`)) return true
    if (low?.kind !== 'joined' || high?.kind !== 'joined' || low.grades.length !== high.grades.length) return false
    return low.grades.every((part, i) => this.gradesAlike(part, high.grades[i] as number))
  }

  takeGradesAsAlike(one: number, other: number): void {
    this.alikeGrades.add(`${one} ${other}`)
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
    this.rich = undefined
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

/** Rules times events, for one question: however large a model is, trying leads takes about as long. */
const most = 2e6

const undecidedWhy =
  'the rules in which they differ are too many, or depend on the history in ways that were not followed'
