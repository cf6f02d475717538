/** The rules of a program, each with the conditions under which it counts, and the one without which it gives nothing. */
import type { Block, Case, Expr, Program, Rule } from '@merit-lang/runtime'

export interface PlacedRule {
  readonly rule: Rule
  readonly score: string
  /** Around it, the outermost first. */
  readonly groups: readonly string[]
  /** Of the blocks around it. */
  readonly around: readonly Expr[]
}

/** In the order of the text. */
export function rulesOf({ scores }: Program): readonly PlacedRule[] {
  return scores.flatMap(score => (score.kind === 'rules' ? rulesIn(score.block, score.name, [], []) : []))
}

function rulesIn(
  block: Block,
  score: string,
  groups: readonly string[],
  outer: readonly Expr[],
): readonly PlacedRule[] {
  const around = insideOf(block, outer)
  return block.items.flatMap(item =>
    item.kind === 'rule'
      ? [{ rule: item, score, groups, around }]
      : rulesIn(item, score, [...groups, item.name], around),
  )
}

/** Under which what stands in the block counts. */
export function insideOf({ when }: Block, around: readonly Expr[]): readonly Expr[] {
  return when ? [...around, when.expr] : around
}

const known = new WeakMap<Rule, Expr>()

/** Holds for every lead to whom the rule gives points; perhaps for others, too. The same expression each time. */
export function giving({ rule, around }: PlacedRule): Expr {
  const found = known.get(rule) ?? every([...around, ...ownConditions(rule)])
  known.set(rule, found)
  return found
}

function ownConditions(rule: Rule): readonly Expr[] {
  const counted = rule.on?.steps.at(-1)?.set
  const own: Expr = counted
    ? { op: 'less', left: { op: 'const', value: 0 }, right: { op: 'count', set: counted } }
    : some(rule.cases.flatMap((one, index) => (mayGive(one, rule) ? [taken(rule.cases, index)] : [])))
  return rule.when ? [rule.when.expr, own] : [own]
}

/** A floor may lift whatever a case gives. */
function mayGive({ points }: Case, { floor }: Rule): boolean {
  return floor !== undefined || points.op !== 'const' || typeof points.value !== 'number' || points.value > 0
}

/** Whether it gives points to every lead to whom it may: of events, decay may leave nothing. */
export function givesSurely({ rule }: PlacedRule): boolean {
  const { cases, cap, floor, weight = 1, on } = rule
  const isPlain = !on && !cap && !floor && weight > 0
  return isPlain && cases.every(({ points }) => points.op === 'const' && typeof points.value === 'number')
}

/** The case holds, and none before it. */
function taken(cases: readonly Case[], index: number): Expr {
  const before = cases.slice(0, index).flatMap(({ when }) => (when ? [{ op: 'not' as const, of: when.expr }] : []))
  const when = cases[index]?.when
  return every([...(when ? [when.expr] : []), ...before])
}

const every = (of: readonly Expr[]): Expr => lone(of) ?? { op: 'and', of }
const some = (of: readonly Expr[]): Expr => lone(of) ?? { op: 'or', of }
const lone = ([one, ...others]: readonly Expr[]) => (others.length === 0 ? one : undefined)
