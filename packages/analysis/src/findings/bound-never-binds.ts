/** A cap or floor of a score or group of rules that no lead comes near. One that some lead just reaches tells of a scale. */
import { type Ast, type Diagnostic, proofs, report, type Span, written } from '@merit-lang/language'
import type { Block, Expr } from '@merit-lang/runtime'
import { millionths } from '@merit-lang/runtime/reference'
import { pointsBeforeBounds } from '../search/goal.ts'
import type { Side } from '../search/steer.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { fallsShort, search } from './impossible.ts'
import { blocksOf } from './rules.ts'

const sides = { cap: 1, floor: -1 } satisfies Record<string, Side>
type Bound = keyof typeof sides

export const findBoundsThatNeverBind: FindingCheck = function* (cx) {
  for (const { block } of blocksOf(cx.program)) {
    yield finding('cap', block, cx)
    yield finding('floor', block, cx)
  }
}

function finding(bound: Bound, block: Block, cx: Findings): Diagnostic | undefined {
  const limit = constantIn(block[bound])
  const node = blockNode(block, cx)
  const ast = node?.[bound]
  if (limit === undefined || !ast) return undefined
  const [many, side] = [millionths(limit), sides[bound]]
  if (!fallsShort(search(pointsBeforeBounds(block), many, side, cx.analysis.space), many, side)) return undefined
  const { low, high } = cx.analysis.beforeBounds(block)
  const furthest = bound === 'cap' ? Math.min(limit, high.points) : Math.max(limit, low.points)
  const span = withKeyword(bound, ast.span)
  return report(proofs.boundNeverBinds, span, { bound, written: written(span), name: block.name, furthest })
}

function constantIn(expr: Expr | undefined): number | undefined {
  return expr?.op === 'const' && typeof expr.value === 'number' ? expr.value : undefined
}

/** None for rules outside any block. */
function blockNode({ span }: Block, { nodeAt }: Findings): Ast.Group | Ast.ScoreDecl | undefined {
  const node = nodeAt(span)
  return node.kind === 'group' || node.kind === 'score' ? node : undefined
}

/** `cap 100` with the word before its number. */
function withKeyword(bound: Bound, span: Span): Span {
  return { ...span, start: span.source.text.lastIndexOf(bound, span.start - 1) }
}
