/** A penalty fades only where it says so itself, not because its block has a default. */
import { type Diagnostic, report as diagnose } from '../../diagnostics/diagnostic.ts'
import { negativeRuleDecays } from '../../diagnostics/hints/negative-rule-decays.ts'
import type * as Ast from '../../syntax/ast.ts'
import type { CheckedModel } from '../model.ts'
import { pointsOf, rulesOf, scoresOfRules } from './blocks.ts'
import { written } from './conditions.ts'
import { constantOf } from './constants.ts'
import type { Hint } from './hint.ts'

export const hintNegativeRuleDecays: Hint = (model, report) => {
  for (const { items } of scoresOfRules(model)) lookInto(model, items, undefined, report)
}

function lookInto(
  model: CheckedModel,
  items: readonly Ast.Item[],
  inherited: Ast.DecayMod | undefined,
  report: (found: Diagnostic) => void,
): void {
  const decay = defaultDecay(items) ?? inherited
  for (const rule of decay ? rulesOf(items).filter(one => fades(model, one)) : [])
    report(diagnose(negativeRuleDecays, rule.span, { decay: written(decay as Ast.DecayMod) }))
  for (const item of items) if (item.kind === 'group') lookInto(model, item.items, decay, report)
}

function defaultDecay(items: readonly Ast.Item[]): Ast.DecayMod | undefined {
  return items.flatMap(item => (item.kind === 'default' && item.setting.kind === 'decay' ? [item.setting] : []))[0]
}

function fades(model: CheckedModel, rule: Ast.RuleDecl): boolean {
  const points = pointsOf(rule, expr => constantOf(model, expr)) ?? 0
  return rule.trigger.kind === 'on' && points < 0 && !rule.modifiers.some(speaksOfDecay)
}

function speaksOfDecay(modifier: Ast.Modifier): boolean {
  return modifier.kind === 'decay' || (modifier.kind === 'no' && modifier.what === 'decay')
}
