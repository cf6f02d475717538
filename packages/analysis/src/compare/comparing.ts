/** Two models put together, and what is proved of them so far: what is alike in both is then there once. */
import type { Block, Expr, Program, Score } from '@merit-lang/runtime'
import { holds, type Run } from '@merit-lang/runtime/reference'
import { type Analysis, analyse } from '../analysis.ts'
import type { Budget, Verdict, Witness } from '../claims.ts'
import { type BlockDifference, scoreDifference } from '../search/difference.ts'
import { extreme } from '../search/extreme.ts'
import { scorePoints } from '../search/goal.ts'
import type { Side } from '../search/steer.ts'
import { byParts, type Parted } from './by-parts.ts'
import { Canonical } from './canonical.ts'
import { waysTo } from './crossings.ts'
import { gainsOf } from './gains.ts'
import { approaching, lifted } from './lift.ts'
import { type Merged, merged, type Side as Placed } from './merge.ts'
import { aged, thinned, together, varied } from './near.ts'
import { Order } from './order.ts'
import type { Change } from './outcomes.ts'
import { onlyCondition, readsOutcomes } from './part.ts'
import { differenceOf, localDifference } from './plan.ts'
import { Trials, unfollowed } from './trials.ts'

export interface Answer {
  readonly way: Change
  readonly verdict: Verdict
}

const never: Verdict = { kind: 'impossible' }

type Pair = readonly [has: Expr, hasNot: Expr]

export class Comparing {
  readonly before: Program
  readonly after: Program
  private readonly budget: Required<Budget>
  private merged: Merged
  private analysis: Analysis | undefined
  private rich: readonly Witness[] | undefined
  forms: Canonical
  private order: Order
  private trials: Trials
  /** By the index of a score of `after`, that of `before` with which it is alike. */
  private readonly same = new Map<number, number>()
  /** Scores, by their indices in `before` and `after`, of which one is proved never to be above the other. */
  private readonly proved: { readonly low: readonly [0 | 1, number]; readonly high: readonly [0 | 1, number] }[] = []
  /** Rules of both models. */
  private readonly size: number
  private readonly alikeGrades = new Set<string>()
  /** Leads for whom a score differs. */
  private readonly partings: Witness[] = []
  /** Leads for whom rules of a score differ, if bounds do not hide it. */
  private readonly unbounded: Witness[] = []

  constructor(before: Program, after: Program, budget: Required<Budget>) {
    this.before = before
    this.after = after
    this.budget = budget
    this.size = rulesIn(before) + rulesIn(after)
    this.merged = merged(before, after)
    this.forms = new Canonical(this.merged.program)
    this.order = this.newOrder()
    this.trials = this.newTrials()
    this.takeTogether(this.alikeInForm())
  }

  get program(): Program {
    return this.merged.program
  }

  get sides(): readonly [Placed, Placed] {
    return this.merged.sides
  }

  /** Of all that the models hold; undefined where that would take too long. */
  private get whole(): Analysis | undefined {
    if (this.size ** 2 * COST_OF_PAIR > this.budget.effort) return undefined
    this.analysis ??= analyse(this.program)
    return this.analysis
  }

  /** Whether there is a lead for which the condition holds. */
  possible(condition: Expr): Verdict {
    const { program } = this
    if (!readsOutcomes(condition, program))
      return analyse(onlyCondition(program, condition)).possible(condition, this.budget)
    return this.whole?.possible(condition, this.budget) ?? unfollowed
  }

  // -------------------------------------------------------------- conditions

  /** Whether some lead has the first of a pair and not the second. */
  anyWithout(pairs: readonly Pair[]): Verdict {
    const open = pairs.filter(([has, hasNot]) => !this.order.implies(has, hasNot))
    if (open.length === 0) return never
    const questions = open.map(([has, of]): Expr => ({ op: 'and', of: [has, { op: 'not', of }] }))
    const question: Expr = { op: 'or', of: questions }
    const shows = (run: Run) => holds(question, { run })
    return (
      this.trials.shown(this.crossing(open), shows) ??
      (this.whole && this.trials.shown(this.nearTo(open.map(([has]) => has)), shows)) ??
      this.possible(question)
    )
  }

  /** Leads whose scores come to where one condition holds and the other does not. */
  private *crossing(pairs: readonly Pair[]): Generator<Witness> {
    for (const { gap, beside } of pairs.flatMap(([has, hasNot]) => waysTo(has, hasNot, this.program)))
      for (const start of this.startsFor(beside))
        yield* approaching(start, {
          gap: witness => gap(this.trials.run(witness)),
          goesOn: this.trials.goesOn,
          pieces: up => gainsOf(this.before, up ? 1 : -1),
        })
  }

  /** Leads for whom the condition holds: of those for whom a score differs, too. */
  private startsFor(condition: Expr): readonly Witness[] {
    const verdict = this.possible(condition)
    const known = [...this.partings, ...this.unbounded]
    if (verdict.kind !== 'possible') return known
    return [...known.map(one => together(verdict.witness, one)), verdict.witness]
  }

  /** Leads that barely have what is asked for: of those for whom a score differs, if one does. */
  private *nearTo(conditions: readonly Expr[]): Generator<Witness> {
    const starts = this.starts()
    for (const condition of conditions) {
      const keeps = (witness: Witness) => holds(condition, { run: this.trials.run(witness) })
      const verdict = this.possible(condition)
      if (verdict.kind === 'possible') yield* aged(verdict.witness)
      for (const start of starts) if (keeps(start)) yield* thinned(start, one => keeps(one) && this.parts(one))
    }
    const { space } = this.whole ?? {}
    if (space) for (const parting of this.partings) yield* varied(parting, space)
  }

  /** Leads that have much, and those for whom a score differs with much besides. */
  private starts(): readonly Witness[] {
    const rich = this.richLeads()
    return this.partings.length > 0 ? this.partings.flatMap(one => rich.map(other => together(one, other))) : rich
  }

  /** Whether a score differs, as far as one is known to. */
  private parts(witness: Witness): boolean {
    const run = this.trials.run(witness)
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
    const { space } = this.whole ?? {}
    if (!space) return []
    this.rich ??= this.program.scores.flatMap(
      (_, index) => extreme(scorePoints(index), 1, space, { boxes: 4 }).witness ?? [],
    )
    return this.rich
  }

  // -------------------------------------------------------------- scores

  /** Whether the second model ever gives more points, then whether it ever gives fewer. */
  *scores(name: string): Generator<Answer> {
    const indexIn = ({ scores }: Program) => scores.findIndex(score => score.name === name)
    const [before, after] = [indexIn(this.before), indexIn(this.after)]
    const isSame = this.same.has(after)
    const more = isSame ? never : this.verdictOn(before, after, 1)
    yield { way: 'more', verdict: more }
    const less = isSame ? never : this.verdictOn(before, after, -1)
    yield { way: 'less', verdict: less }
    if (!isSame && more === never && less === never) this.takeTogether(new Map([[after, before]]))
  }

  private verdictOn(before: number, after: number, side: Side): Verdict {
    const verdict = this.differs(before, after, side)
    const [low, high] = [[0, before] as const, [1, after] as const]
    if (verdict.kind === 'possible') this.partings.push(verdict.witness)
    if (verdict.kind === 'impossible') this.prove(side > 0 ? { low: high, high: low } : { low, high })
    return verdict.kind === 'impossible' ? never : verdict
  }

  private prove(order: Comparing['proved'][number]): void {
    this.proved.push(order)
    this.order = this.newOrder()
  }

  /** What differs is looked at by itself before all that the models hold. */
  private differs(before: number, after: number, side: Side): Verdict {
    const [low, high] = [this.sides[0].scores[before] as number, this.sides[1].scores[after] as number]
    const [from, to] = [this.program.scores[low] as Score, this.program.scores[high] as Score]
    if (side > 0 ? this.order.formulaAtMost(to, from) : this.order.formulaAtMost(from, to)) return never
    const shows = (run: Run) => (run.score(high) - run.score(low)) * side >= 1
    const { forms, order } = this
    if (from.kind !== 'rules' || to.kind !== 'rules')
      return this.trials.shown(this.around([]), shows) ?? this.byAll(low, high, side, undefined, shows)
    const local = localDifference(from.block, to.block, forms, order)
    const found: Parted = local.whole ? { kind: 'open', leads: [] } : byParts(this.program, local, side, this.budget)
    if (found.kind === 'impossible') return never
    this.unbounded.push(...found.leads)
    return (
      this.trials.shown(this.around(found.leads), shows) ??
      this.byAll(low, high, side, differenceOf(from.block, to.block, forms, order), shows)
    )
  }

  /** Where nothing is known that could differ, leads that have more or less than nothing. */
  private *around(leads: readonly Witness[]): Generator<Witness> {
    const starts = [...leads, ...this.partings]
    for (const one of starts) yield* aged(one)
    for (const one of starts.length > 0 ? starts : this.startsFor({ op: 'and', of: [] }))
      for (const side of [1, -1] as const) yield* lifted(one, gainsOf(this.before, side))
  }

  private byAll(
    low: number,
    high: number,
    side: Side,
    blocks: BlockDifference | undefined,
    shows: (run: Run) => boolean,
  ): Verdict {
    const { space } = this.whole ?? {}
    if (!space) return unfollowed
    const { bound = 0, witness } = extreme(scoreDifference(low, high, blocks), side, space, this.budget)
    if (bound * side < 1) return never
    return this.trials.shown(witness ? aged(witness) : [], shows) ?? unfollowed
  }

  // -------------------------------------------------------------- grades

  /** The same in form or proved to be alike, or joined of grades that are, in the same order. Asked after all scores, when grades have their places. */
  gradesAlike(one: number, other: number): boolean {
    const [low, high] = [this.program.grades[one], this.program.grades[other]]
    if (this.forms.grade(one) === this.forms.grade(other) || this.alikeGrades.has(`${one} ${other}`)) return true
    if (low?.kind !== 'joined' || high?.kind !== 'joined' || low.grades.length !== high.grades.length) return false
    return low.grades.every((part, i) => this.gradesAlike(part, high.grades[i] as number))
  }

  takeGradesAsAlike(one: number, other: number): void {
    this.alikeGrades.add(`${one} ${other}`)
  }

  // -------------------------------------------------------------- what is known

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
    if (alike.size === 0) return
    for (const [after, before] of alike) this.same.set(after, before)
    this.merged = merged(this.before, this.after, this.same)
    this.analysis = undefined
    this.rich = undefined
    this.forms = new Canonical(this.merged.program)
    this.order = this.newOrder()
    this.trials = this.newTrials()
  }

  private newTrials(): Trials {
    return new Trials(this.program, this.size, this.budget.effort * SHARE_OF_TRIALS)
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

/** Of the effort for one question, in rules times events. */
const SHARE_OF_TRIALS = 0.1

/** Of all that two models hold, for each two rules. */
const COST_OF_PAIR = 100

function rulesIn({ scores }: Program): number {
  return scores.reduce((sum, score) => sum + (score.kind === 'rules' ? rulesOf(score.block) : 1), 0)
}

function rulesOf({ items }: Block): number {
  return items.reduce((sum, item) => sum + (item.kind === 'rule' ? 1 : rulesOf(item)), 0)
}
