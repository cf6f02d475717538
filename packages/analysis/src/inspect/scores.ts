/** Scores, groups and rules with what they give at least and at most. */
import type { Block, Expr, Rule, Score } from '@merit-lang/runtime'
import { clampMillionths, toPoints } from '@merit-lang/runtime/reference'
import type { Analysis } from '../analysis.ts'
import type { End, Range } from '../claims.ts'
import type {
  BlockAnatomy,
  BoundAnatomy,
  EndAnatomy,
  Ends,
  GroupAnatomy,
  MultiplierAnatomy,
  Points,
  RuleAnatomy,
  ScoreAnatomy,
} from './anatomy.ts'
import { reachable } from './outcomes.ts'
import { insideOf } from './rules.ts'

export function scoreAnatomy(score: Score, index: number, analysis: Analysis): ScoreAnatomy {
  const range = endsOf(analysis.score(index))
  return score.kind === 'rules'
    ? { kind: 'rules', ...blockAnatomy(score.block, range, [], analysis) }
    : { kind: 'formula', name: score.name, text: score.text, range }
}

function blockAnatomy(block: Block, range: Ends, around: readonly Expr[], analysis: Analysis): BlockAnatomy {
  const { name, cap, floor, weight, span } = block
  const inside = insideOf(block, around)
  const before = analysis.beforeBounds(block)
  const items = block.items.map(item => itemAnatomy(item, inside, analysis))
  return {
    name,
    path: span.path,
    line: span.line,
    range,
    before: endsOf(before),
    addedUp: {
      least: addedUp(items, ({ least }) => least, Math.min),
      most: addedUp(items, ({ most }) => most, Math.max),
    },
    ...(isConstant(cap) && { cap: capAnatomy(cap.value, before) }),
    ...(isConstant(floor) && { floor: floorAnatomy(floor.value, before) }),
    ...(weight !== undefined && { weight }),
    items,
    multipliers: block.multipliers.map(multiplier => multiplierAnatomy(multiplier, inside, analysis)),
  }
}

type Item = RuleAnatomy | GroupAnatomy

function itemAnatomy(item: Rule | Block, around: readonly Expr[], analysis: Analysis): Item {
  const range = endsOf(analysis.item(item, around))
  if (item.kind === 'block') return { kind: 'group', ...blockAnatomy(item, range, around, analysis) }
  const { path, line } = item.span
  return { kind: 'rule', id: item.id, path, line, range, limits: limitsOf(item, range) }
}

function multiplierAnatomy(
  { id, factor, when, span: { path, line } }: Block['multipliers'][number],
  around: readonly Expr[],
  { possible }: Analysis,
): MultiplierAnatomy {
  return { id, factor, path, line, verdict: reachable(possible({ op: 'and', of: [...around, when.expr] })) }
}

/** Of items that none bounds there is no sum; each item counts only as far as it leads that way. */
function addedUp(items: readonly Item[], end: (range: Ends) => EndAnatomy, further: typeof Math.max): Points {
  const ends = items.map(({ range }) => end(range).points)
  if (ends.includes(null)) return null
  return rounded(ends.reduce<number>((sum, points) => sum + further(0, points ?? 0), 0))
}

/** Of whole millionths. */
const rounded = (points: number) => Math.round(points * 1e6) / 1e6

function isConstant(e: Expr | undefined): e is Extract<Expr, { op: 'const' }> & { value: number } {
  return e?.op === 'const' && typeof e.value === 'number'
}

function capAnatomy(points: number, { high }: Range): BoundAnatomy {
  return { points, moves: movesBy(high.points - points), exact: high.exact }
}

function floorAnatomy(points: number, { low }: Range): BoundAnatomy {
  return { points, moves: movesBy(points - low.points), exact: low.exact }
}

function movesBy(beyond: number): Points {
  return Number.isFinite(beyond) ? rounded(Math.max(0, beyond)) : null
}

/** A cap that is reached, or a floor; else what leaves only some of the events. */
function limitsOf({ cap, floor, weight = 1, on }: Rule, { least, most }: Ends): readonly string[] {
  const meets = (bound: Expr | undefined, points: Points) => isConstant(bound) && bound.value * weight === points
  const bounds = [
    ...(meets(cap, most.points) && isConstant(cap) ? [`cap ${cap.value}`] : []),
    ...(meets(floor, least.points) && isConstant(floor) ? [`floor ${floor.value}`] : []),
  ]
  const isBounded = least.points !== null && most.points !== null
  const isNothing = least.points === 0 && most.points === 0
  if (bounds.length > 0 || !on || !isBounded || isNothing) return bounds
  return [...on.steps.slice(1).map(({ text }) => text), ...(on.decay ? [on.decay.text] : [])]
}

export function endsOf({ low, high }: Range): Ends {
  return { least: endOf(low), most: endOf(high) }
}

/** As far as points are counted at all: a bound there says nothing. */
const LIMIT = toPoints(clampMillionths(Number.POSITIVE_INFINITY))

function endOf({ points, exact, reached, witness }: End): EndAnatomy {
  return {
    points: Math.abs(points) < LIMIT ? points : null,
    exact,
    ...(!exact && { reached }),
    ...(witness && { witness }),
  }
}
