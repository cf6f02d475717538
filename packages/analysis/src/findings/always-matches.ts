/** A rule's condition holds for every lead for whom its block counts. */
import { type Diagnostic, proofs, report, written } from '@merit-lang/language'
import type { Multiplier, Rule } from '@merit-lang/runtime'
import type { FindingCheck, Findings } from './finding.ts'
import { isImpossible, not } from './impossible.ts'
import { blocksOf, conditionOf, nodeOf, type PlacedBlock, rulesIn, writtenCondition } from './rules.ts'

export const findWhatAlwaysMatches: FindingCheck = function* (cx) {
  for (const placed of blocksOf(cx.program))
    for (const rule of rulesIn(placed.block)) yield alwaysMatches(rule, placed, cx)
}

function alwaysMatches(rule: Rule | Multiplier, { around }: PlacedBlock, cx: Findings): Diagnostic | undefined {
  const condition = conditionOf(rule)
  if (!condition || !isImpossible(cx.analysis, ...around, not(condition.expr))) return undefined
  // In a block that never counts there is nothing that it holds for.
  if (around.length > 0 && isImpossible(cx.analysis, ...around)) return undefined
  const ast = writtenCondition(nodeOf(rule, cx))
  const params = { here: around.length > 0 }
  return ast && report(proofs.ruleAlwaysMatches, ast.span, { ...params, condition: written(ast.span) })
}
