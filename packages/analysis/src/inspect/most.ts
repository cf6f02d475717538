/**
 * How many points leads can have where only so many rules give any: bounds, from what each rule gives at most by itself and from
 * the caps around it. Points in millionths.
 */
import type { Block, Expr, Program, Rule, Score } from '@merit-lang/runtime'
import {
  between,
  clampMillionths,
  highest,
  millionths,
  orElse,
  rising,
  wholeMillionths,
} from '@merit-lang/runtime/reference'
import type { Analysis } from '../analysis.ts'
import { enclose, limitOf, type View, viewOf } from '../bounds/bounds.ts'
import { wholeOf } from '../search/boxes.ts'
import { bounded } from '../search/worth.ts'
import { bundled, mostOfBundle } from './bundles.ts'
import { ascending, type ByNumber, joined, type Most, noMore, nothing, sharedOut } from './by-number.ts'
import { insideOf } from './rules.ts'

export interface Limits {
  /** The largest number that is looked at. */
  readonly rules: number
  /** Only of these. */
  readonly among?: ReadonlySet<Rule>
}

/** How many scores of rules a formula may read: numbers of rules are shared out among them in all ways. */
const FEW = 4

/** Undefined where the score reads too many others. */
export function mostOf(index: number, analysis: Analysis, limits: Limits): ByNumber | undefined {
  const leaves = leavesOf(index, analysis.program)
  if (leaves.length > FEW) return undefined
  return new Mosts(analysis, limits).score(index, leaves)
}

/** The scores of rules that a score is made of. */
export function leavesOf(index: number, program: Program): readonly number[] {
  const score = program.scores[index] as Score
  if (score.kind === 'rules') return [index]
  return [...new Set(scoresIn(score).flatMap(read => leavesOf(read, program)))]
}

/** That the parts of a program read. */
function scoresIn(part: object): readonly number[] {
  if ('op' in part && part.op === 'score') return [(part as Extract<Expr, { op: 'score' }>).index]
  return Object.values(part).flatMap(inner => (typeof inner === 'object' && inner !== null ? scoresIn(inner) : []))
}

class Mosts {
  private readonly analysis: Analysis
  private readonly limits: Limits
  private readonly view: View

  constructor(analysis: Analysis, limits: Limits) {
    this.analysis = analysis
    this.limits = limits
    this.view = this.viewWith(() => 0)
  }

  score(index: number, leaves: readonly number[]): ByNumber {
    const lists = leaves.map(leaf => this.leaf(leaf))
    return this.program.scores[index]?.kind === 'rules' ? (lists[0] as ByNumber) : this.formula(index, leaves, lists)
  }

  private get program() {
    return this.analysis.program
  }

  private leaf(index: number): ByNumber {
    const score = this.program.scores[index] as Extract<Score, { kind: 'rules' }>
    const most = this.analysis.score(index).high.points * 1e6
    return this.block(score.block, []).map(one => noMore(one, most))
  }

  private item(item: Rule | Block, around: readonly Expr[]): ByNumber {
    const most = this.analysis.item(item, around).high.points * 1e6
    if (item.kind === 'block') return this.block(item, around).map(one => noMore(one, most))
    const counts = most > 0 && (this.limits.among?.has(item) ?? true)
    return counts ? [nothing, { points: clampMillionths(most), rules: [item] }] : [nothing]
  }

  private bundle(rules: readonly Rule[]): ByNumber {
    return mostOfBundle(rules, this.analysis.space, this.limits.rules, this.limits.among)
  }

  private block(block: Block, around: readonly Expr[]): ByNumber {
    const inside = insideOf(block, around)
    const parts = bundled(block.items, this.analysis.space).map(part =>
      'kind' in part ? this.item(part, inside) : this.bundle(part),
    )
    const sums = parts.reduce((sofar, part) => joined(sofar, part, this.limits.rules), [nothing])
    return sums.map(({ points, rules }) => ({ points: this.bounded(points, block), rules }))
  }

  /** A block that does not count gives nothing. */
  private bounded(points: number, { multipliers, cap, floor, weight = 1, when }: Block): number {
    const factor = multipliers.reduce((product, one) => product * Math.max(1, one.factor), 1)
    const capped = Math.min(
      clampMillionths(points * factor),
      highest(limitOf(cap, Number.POSITIVE_INFINITY, this.view)),
    )
    const lifted = Math.max(capped, highest(limitOf(floor, Number.NEGATIVE_INFINITY, this.view)))
    return wholeMillionths((when ? Math.max(0, lifted) : lifted) * weight)
  }

  private formula(index: number, leaves: readonly number[], lists: readonly ByNumber[]): ByNumber {
    const found: Most[] = []
    for (const numbers of sharedOut(lists, this.limits.rules)) {
      const mosts = numbers.map((number, i) => lists[i]?.[number] as Most)
      const points = this.formulaWith(index, new Map(leaves.map((leaf, i) => [leaf, (mosts[i] as Most).points])))
      const total = numbers.reduce((sum, number) => sum + number, 0)
      if (points > (found[total]?.points ?? Number.NEGATIVE_INFINITY))
        found[total] = { points, rules: mosts.flatMap(({ rules }) => rules) }
    }
    return ascending(found)
  }

  /** The greatest value of a formula where the scores of rules go no further than this. */
  private formulaWith(index: number, greatest: ReadonlyMap<number, number>): number {
    const view = this.viewWith(inner => greatest.get(inner) ?? this.formulaWith(inner, greatest))
    const score = this.program.scores[index] as Extract<Score, { kind: 'formula' }>
    const worth = highest(rising(orElse(enclose(score.formula, view), 0), millionths))
    return Math.min(bounded(worth, 1, score, view), this.analysis.score(index).high.points * 1e6)
  }

  private viewWith(greatest: (index: number) => number): View {
    const { space } = this.analysis
    const least = (index: number) => clampMillionths(this.analysis.score(index).low.points * 1e6)
    const score = (index: number) => between(Math.min(least(index), greatest(index)), greatest(index))
    return viewOf(space, wholeOf(space), { score, grade: () => new Set(), stage: () => undefined })
  }
}
