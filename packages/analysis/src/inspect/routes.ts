/** How leads reach thresholds: with how many rules, with which by themselves, and not without which. */
import type { Expr } from '@merit-lang/runtime'
import { holds, type Run, readLead, ruleWorth, runOf } from '@merit-lang/runtime/reference'
import type { Analysis } from '../analysis.ts'
import type { Budget, Witness } from '../claims.ts'
import type { Route, RuleName } from './anatomy.ts'
import type { Most } from './by-number.ts'
import { leavesOf, mostOf } from './most.ts'
import type { RouteTo } from './outcomes.ts'
import { givesSurely, giving, type PlacedRule, rulesOf } from './rules.ts'
import { type Threshold, thresholdsIn } from './thresholds.ts'

/** Numbers of rules that are looked at, rules of which one question is about, and how many of such questions are asked. */
const limits = { number: 12, rules: 100, questions: 12 }

/** These questions are many, and none is worth a long search. */
const brief: Budget = { boxes: 16, effort: 2e7 }

export function routesOf(analysis: Analysis): RouteTo {
  const all = rulesOf(analysis.program)
  return (condition, { witness }) => {
    const thresholds = thresholdsIn(condition, analysis.program)
    if (!witness || thresholds.length === 0) return undefined
    return new Search(condition, thresholds, all, witness, analysis).route()
  }
}

/** A lead, and the rules that give it points. */
interface Found {
  readonly witness: Witness
  readonly givers: ReadonlySet<PlacedRule>
}

class Search {
  private readonly condition: Expr
  private readonly thresholds: readonly Threshold[]
  private readonly analysis: Analysis
  /** Of the scores that are asked about. */
  private readonly rules: readonly PlacedRule[]
  private readonly found: Found[] = []

  constructor(
    condition: Expr,
    thresholds: readonly Threshold[],
    all: readonly PlacedRule[],
    witness: Witness,
    analysis: Analysis,
  ) {
    const { program } = analysis
    const leaves = thresholds.flatMap(({ score }) => leavesOf(score, program))
    const names = new Set(leaves.map(index => program.scores[index]?.name))
    this.condition = condition
    this.thresholds = thresholds
    this.analysis = analysis
    this.rules = all.filter(({ score }) => names.has(score))
    this.keep(witness)
    for (const known of this.knownLeads(leaves)) if (this.meets(known)) this.keep(known)
  }

  /** Those that show the ends of the scores and rules: some answers are there before anything is asked. */
  private knownLeads(leaves: readonly number[]): readonly Witness[] {
    const { score, item } = this.analysis
    const ranges = [...leaves.map(score), ...this.rules.map(({ rule, around }) => item(rule, around))]
    return ranges.flatMap(({ high: { witness } }) => witness ?? [])
  }

  route(): Route | undefined {
    const fewest = this.fewest()
    if (!fewest) return undefined
    const isSmall = this.rules.length <= limits.rules
    if (isSmall && this.shown() > fewest.number) this.only(this.placed(fewest.with))
    const alone = isSmall && fewest.number === 1 ? this.alone() : []
    const needed = isSmall && fewest.number > 0 ? this.needed() : []
    const [best] = [...this.found].sort((a, b) => a.givers.size - b.givers.size) as [Found]
    return {
      fewest: Math.max(fewest.number, needed.filter(givesSurely).length + (this.isEnough(needed) ? 0 : 1)),
      shown: best.givers.size,
      witness: best.witness,
      alone: alone.map(nameOf),
      needed: needed.map(nameOf),
    }
  }

  private shown(): number {
    return Math.min(...this.found.map(({ givers }) => givers.size))
  }

  /** No lead gets there with fewer, by the bounds of each threshold; undefined where there are none. */
  private fewest(): { readonly number: number; readonly with: Most } | undefined {
    const numbers = this.thresholds.map(({ score, least }) => {
      const most = mostOf(score, this.analysis, { rules: limits.number })
      const number = most?.findIndex(({ points }) => points >= least)
      return most && number !== undefined
        ? { number: number < 0 ? most.length : number, with: (most.at(number) ?? most[0]) as Most }
        : undefined
    })
    return numbers.reduce((one, other) => (one && other ? (other.number > one.number ? other : one) : undefined))
  }

  private placed({ rules }: Most): readonly PlacedRule[] {
    return this.rules.filter(({ rule }) => rules.includes(rule))
  }

  /** Whether a lead gets there to whom only these rules, and all of them, give points. */
  private only(rules: readonly PlacedRule[]): boolean {
    const isKnown = this.found.some(
      ({ givers }) => givers.size === rules.length && rules.every(rule => givers.has(rule)),
    )
    if (isKnown) return true
    const others = this.rules.filter(one => !rules.includes(one))
    return this.ask([...rules.map(giving), ...others.map(one => not(giving(one)))]) === 'possible'
  }

  private alone(): readonly PlacedRule[] {
    const able = this.rules.filter(one => this.isEnough([one]))
    return able.slice(0, limits.questions).filter(one => this.only([one]))
  }

  /** Whether these rules, by what each gives at most, may get there. */
  private isEnough(rules: readonly PlacedRule[]): boolean {
    const among = new Set(rules.map(({ rule }) => rule))
    return this.thresholds.every(({ score, least }) => {
      const most = mostOf(score, this.analysis, { rules: rules.length, among })
      return most?.some(({ points }) => points >= least) ?? true
    })
  }

  /** Rules that apply to every lead that gets there. */
  private needed(): readonly PlacedRule[] {
    const needed: PlacedRule[] = []
    const asked = new Set<PlacedRule>()
    while (asked.size < limits.questions) {
      const next = this.rules.find(one => !asked.has(one) && this.found.every(({ givers }) => givers.has(one)))
      if (!next) return needed
      asked.add(next)
      if (this.ask([not(giving(next))]) === 'impossible') needed.push(next)
    }
    return needed
  }

  private ask(also: readonly Expr[]) {
    const verdict = this.analysis.possible({ op: 'and', of: [this.condition, ...also] }, brief)
    if (verdict.kind === 'possible') this.keep(verdict.witness)
    return verdict.kind
  }

  private keep(witness: Witness): void {
    const run = this.runOf(witness)
    const holdsThere = (condition: Expr) => holds(condition, { run })
    const gives = ({ rule, around }: PlacedRule) => ruleWorth(rule, run, around.every(holdsThere)).points > 0
    this.found.push({ witness, givers: new Set(this.rules.filter(gives)) })
  }

  private meets(witness: Witness): boolean {
    return holds(this.condition, { run: this.runOf(witness) })
  }

  private runOf({ lead, now }: Witness): Run {
    const { program } = this.analysis
    return runOf(program, readLead(program, lead), now)
  }
}

const not = (of: Expr): Expr => ({ op: 'not', of })

function nameOf({ score, rule }: PlacedRule): RuleName {
  return { score, rule: rule.id }
}
