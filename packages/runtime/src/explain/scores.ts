import { decided } from '../kernel/decided.ts'
import { holds } from '../kernel/expressions.ts'
import { toPoints } from '../kernel/points.ts'
import type { Run } from '../kernel/scope.ts'
import type { Multiplier, Score } from '../program.ts'
import type { BlockExplanation, ScoreExplanation } from '../result.ts'
import { formulaWorth } from '../run.ts'
import { type BlockWorth, blockWorth } from '../scoring/block.ts'
import { explainBounds } from './bounds.ts'
import { type Gate, narrowed, openGate, outcomeOf } from './gate.ts'
import { explainRule } from './rules.ts'
import { sawOf, valuesOf } from './saw.ts'

export function explainScore(score: Score, run: Run): ScoreExplanation {
  if (score.kind === 'rules') return { kind: 'rules', ...explainBlock(blockWorth(score.block, run), run, openGate) }
  const { kind, name, text, span } = score
  const { raw, points } = formulaWorth(score, run)
  const worth = { raw: toPoints(raw), points: toPoints(points) }
  return { kind, name, text, values: valuesOf(score.reads, { run }), ...worth, line: span.line, path: span.path }
}

function explainBlock(worth: BlockWorth, run: Run, around: Gate): BlockExplanation {
  const { block, active, sum, multiplied, bounded, points } = worth
  const gate = narrowed(around, block.when, run)
  return {
    name: block.name,
    active,
    saw: sawOf(block.when, { run }),
    items: worth.items.map(item => explainItem(item, run, gate)),
    multipliers: block.multipliers.map(multiplier => explainMultiplier(multiplier, run)),
    sum: toPoints(sum),
    multiplied: toPoints(multiplied),
    bounded: toPoints(bounded),
    points: toPoints(points),
    ...explainBounds(block, run),
    line: block.span.line,
    path: block.span.path,
  }
}

function explainItem(item: BlockWorth['items'][number], run: Run, gate: Gate): BlockExplanation['items'][number] {
  return item.kind === 'rule' ? explainRule(item, run, gate) : { kind: 'group', ...explainBlock(item, run, gate) }
}

function explainMultiplier({ id, factor, when, span }: Multiplier, run: Run): BlockExplanation['multipliers'][number] {
  const outcome = outcomeOf(holds(when.expr, { run }), decided(when.expr, { run }))
  return { id, factor, outcome, saw: sawOf(when, { run }), line: span.line }
}
