/** How far the points of a rule go over a box, and what would bring them there. In whole millionths. */
import type { Expr, Rule } from '@merit-lang/runtime'
import { highest, lowest, orElse } from '@merit-lang/runtime/reference'
import { enclose, ruleBounds, type Totals, truth, type View, viewOf } from '../bounds/bounds.ts'
import type { Box, Space } from '../space/space.ts'
import { lazily } from '../space/texts/lazily.ts'
import { aim, caseOf, type Side, type Steering, steer } from './steer.ts'
import { noWish, together, type Wish } from './wish.ts'

/** One end of what is given: a bound, beyond which no lead of the box goes. */
export interface End {
  readonly value: number
  readonly wish: Wish
}

/** Its wish is worked out when it is asked for: of most boxes only the bound is. */
export function endAt(value: number, work: () => Wish): End {
  const wish = lazily(work)
  return {
    value,
    get wish() {
      return wish()
    },
  }
}

/** Where a question is asked. */
export interface Place {
  readonly space: Space
  readonly box: Box
}

/** Rules and their blocks read no scores. */
const noTotals: Totals = {
  score: () => {
    throw new RangeError('Rules read no scores.')
  },
  grade: () => new Set(),
  stage: () => undefined,
}

export function ruleView({ space, box }: Place): View {
  return viewOf(space, box, noTotals)
}

/** Nor wish for any. */
export const noEnds = { score: () => noWish }

export function ruleEnd(rule: Rule, side: Side, at: Place): End {
  const view = ruleView(at)
  const { low, high } = ruleBounds(rule, view)
  const { points, counts } = side > 0 ? high : low
  return endAt(points, () => together([{ ...noWish, counts }, ruleWish(rule, side, points, { view, ends: noEnds })]))
}

/** What makes the rule count, or not, where that is open. */
function ruleWish(rule: Rule, side: Side, points: number, at: Steering): Wish {
  const wanted = points * side > 0
  const own = rule.when ? [steer(rule.when.expr, wanted, at)] : []
  return together([...own, ...(rule.on ? [] : [casesWish(rule, side, at)])])
}

/** The case that goes furthest; none, where it gives nothing, is as good as one that gives 0. */
function casesWish({ cases }: Rule, side: Side, at: Steering): Wish {
  const whens: (Expr | undefined)[] = cases.map(({ when }) => when?.expr)
  const ends = cases.map(({ points }, i) => {
    const when = whens[i]
    if (when && truth(when, at.view) === false) return Number.NEGATIVE_INFINITY
    const worth = orElse(enclose(points, at.view), 0)
    return side > 0 ? highest(worth) : -lowest(worth)
  })
  const best = ends.indexOf(Math.max(0, ...ends))
  const wish = caseOf(whens, best < 0 ? whens.length : best, at)
  const taken = cases[best]
  return taken ? together([wish, aim(taken.points, side, at)]) : wish
}
