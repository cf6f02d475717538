/** Rules that read one and the same attribute, and nothing else: which of them go together, each class of its values says. */
import type { Block, Rule } from '@merit-lang/runtime'
import { ruleBounds } from '../bounds/bounds.ts'
import { wholeOf, withPicks } from '../search/boxes.ts'
import { readsOf } from '../search/reads.ts'
import { ruleView } from '../search/rule-end.ts'
import type { Space } from '../space/space.ts'
import { ascending, type ByNumber, keepBest, type Most, nothing } from './by-number.ts'

type Item = Block['items'][number]

/** The items, those rules together that read one variable. */
export function bundled(items: readonly Item[], space: Space): readonly (Item | readonly Rule[])[] {
  const bundles = new Map<number, Rule[]>()
  const rest = items.filter(item => {
    const variable = item.kind === 'rule' ? loneVariable(item, space) : undefined
    if (variable === undefined) return true
    bundles.set(variable, [...(bundles.get(variable) ?? []), item as Rule])
    return false
  })
  return [...rest, ...bundles.values()]
}

function loneVariable(rule: Rule, space: Space): number | undefined {
  const { variables, events } = readsOf(rule, space)
  return variables.length === 1 && !events ? variables[0] : undefined
}

/**
 * Of each class the rules that give most there, those first that give points to everybody in it; of all classes the best.
 * `among`: no other rule gives points, so that classes in which one surely does are left out.
 */
export function mostOfBundle(rules: readonly Rule[], space: Space, most: number, among?: ReadonlySet<Rule>): ByNumber {
  const best: Most[] = [nothing]
  const givers = rules.map(rule => ({ rule, ends: endsByClass(rule, space) }))
  for (const index of givers[0]?.ends.keys() ?? []) {
    const here = givers.flatMap(({ rule, ends }) => ({ rule, ...(ends[index] as PointsOfClass) }))
    const isSure = ({ low }: PointsOfClass) => low > 0
    if (among && here.some(one => isSure(one) && !among.has(one.rule))) continue
    const able = here.filter(({ rule, high }) => high > 0 && (among?.has(rule) ?? true))
    keepBestOf(
      best,
      able.filter(isSure),
      able.filter(one => !isSure(one)),
      most,
    )
  }
  return ascending(Array.from(best, one => one ?? nothing))
}

interface PointsOfClass {
  readonly low: number
  readonly high: number
}

type Giver = PointsOfClass & { readonly rule: Rule }

function keepBestOf(best: Most[], sure: readonly Giver[], others: readonly Giver[], most: number): void {
  const sorted = [...sure, ...[...others].sort((a, b) => b.high - a.high)]
  for (let number = sure.length; number <= Math.min(most, sorted.length); number++) {
    const some = sorted.slice(0, number)
    const points = some.reduce((sum, { high }) => sum + high, 0)
    keepBest(best, number, points, () => some.map(({ rule }) => rule))
  }
}

const known = new WeakMap<Rule, readonly PointsOfClass[]>()

/** What the rule gives, in millionths, by class of the one variable that it reads. */
function endsByClass(rule: Rule, space: Space): readonly PointsOfClass[] {
  const found = known.get(rule) ?? workOut(rule, space)
  known.set(rule, found)
  return found
}

function workOut(rule: Rule, space: Space): readonly PointsOfClass[] {
  const variable = loneVariable(rule, space) as number
  const whole = wholeOf(space)
  return (space.variables[variable]?.classes ?? []).map((_, index) => {
    const { low, high } = ruleBounds(rule, ruleView({ space, box: withPicks(whole, [[variable, index]]) }))
    return { low: low.points, high: high.points }
  })
}
