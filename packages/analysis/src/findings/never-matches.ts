/** A rule, a block or a disqualification that applies to nobody; where it contradicts what stands around it, that is said. */
import { type Ast, type CheckedModel, type Diagnostic, proofs, report, type Span, written } from '@merit-lang/language'
import type { Block, Disqualification, Multiplier, Rule } from '@merit-lang/runtime'
import type { FindingCheck, Findings } from './finding.ts'
import { isImpossible } from './impossible.ts'
import { blocksOf, conditionOf, needsOf, nodeOf, type PlacedBlock, rulesIn, writtenCondition } from './rules.ts'

export const findWhatNeverMatches: FindingCheck = function* (cx) {
  for (const disqualification of cx.program.disqualifications) yield inDisqualification(disqualification, cx)
  const silent = new Set<Block>()
  for (const placed of blocksOf(cx.program)) {
    // What is said of a block is not said again of all that stands in it.
    if (placed.path.some(block => silent.has(block))) continue
    const finding = inBlock(placed, cx)
    if (finding) silent.add(placed.block)
    yield finding
    if (!finding) for (const rule of rulesIn(placed.block)) yield inRule(rule, placed, cx)
  }
}

function inDisqualification({ when, span }: Disqualification, { analysis, nodeAt }: Findings): Diagnostic | undefined {
  const { condition } = nodeAt(span) as Ast.Disqualify
  return isImpossible(analysis, when.expr) ? never('disqualification', condition.span) : undefined
}

function inBlock({ block, path, around }: PlacedBlock, cx: Findings): Diagnostic | undefined {
  if (!block.when || !isImpossible(cx.analysis, ...around)) return undefined
  const { kind, when } = blockNode(block, cx)
  const span = when?.span ?? cx.spanOf(block.span)
  if (isImpossible(cx.analysis, block.when.expr)) return never(kind === 'group' ? 'group' : 'score', span)
  return contradiction(span, span, outside(path.slice(0, -1), cx))
}

function inRule(rule: Rule | Multiplier, { path, around }: PlacedBlock, cx: Findings): Diagnostic | undefined {
  const needs = needsOf(rule)
  if (needs.length === 0 || !isImpossible(cx.analysis, ...around, ...needs)) return undefined
  const node = nodeOf(rule, cx)
  const condition = writtenCondition(node)
  const span = condition?.span ?? patternOf(node)
  if (!isImpossible(cx.analysis, ...needs)) return contradiction(span, span, outside(path, cx))
  return (condition && withSegment(rule, condition, cx)) ?? never('rule', span)
}

function patternOf({ trigger }: Ast.RuleDecl): Span {
  return trigger.kind === 'on' ? trigger.pattern.span : trigger.span
}

const blockNode = ({ span }: Block, { nodeAt }: Findings) => nodeAt(span) as Ast.Group | Ast.ScoreDecl

/** `the group's condition …` for the innermost block that has one. */
function outside(path: readonly Block[], cx: Findings): string {
  const block = path.findLast(({ when }) => when) as Block
  const { kind, when } = blockNode(block, cx)
  return `the condition of the ${kind === 'group' ? 'group' : 'score'} around it, \`${when ? written(when.span) : ''}\``
}

/** `enterprise and employees < 50`: the rest is possible, and so is the segment, but not both. */
function withSegment(rule: Rule | Multiplier, ast: Ast.Expr, { model, analysis }: Findings): Diagnostic | undefined {
  const written = conjuncts(ast)
  const { parts = [] } = conditionOf(rule) ?? {}
  const at = written.findIndex(part => isSegment(part, model))
  if (at < 0 || written.length < 2 || parts.length !== written.length) return undefined
  const holds = parts.map(part => part.holds)
  const segment = holds[at]
  const rest = written.filter((_, i) => i !== at)
  if (!segment || isImpossible(analysis, segment) || isImpossible(analysis, ...holds.toSpliced(at, 1))) return undefined
  const others = rest.length === 1 ? (rest[0] as Ast.Expr).span : ast.span
  return contradiction(ast.span, others, `the segment \`${(parts[at] as { text: string }).text}\``)
}

function conjuncts(ast: Ast.Expr): readonly Ast.Expr[] {
  if (ast.kind === 'paren') return conjuncts(ast.inner)
  return ast.kind === 'binary' && ast.operator === 'and' ? [...conjuncts(ast.left), ...conjuncts(ast.right)] : [ast]
}

function isSegment(ast: Ast.Expr, { meanings }: CheckedModel): boolean {
  return ast.kind === 'name' && meanings.get(ast)?.kind === 'segment'
}

function never(what: 'rule' | 'group' | 'score' | 'disqualification', span: Span): Diagnostic {
  return report(proofs.ruleNeverMatches, span, { what, condition: written(span) })
}

function contradiction(span: Span, condition: Span, against: string): Diagnostic {
  return report(proofs.contradictsSegment, span, { condition: written(condition), against })
}
