/** No two rules of a block give and take the same points for the same thing. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { rulesCancel } from '../../diagnostics/hints/rules-cancel.ts'
import type * as Ast from '../../syntax/ast.ts'
import type { CheckedModel } from '../model.ts'
import { blocksOf, pointsOf, rulesOf } from './blocks.ts'
import { written } from './conditions.ts'
import { constantOf } from './constants.ts'
import type { Hint } from './hint.ts'

export const hintRulesCancel: Hint = (model, report) => {
  for (const { items } of blocksOf(model)) {
    const given = new Map<string, Ast.RuleDecl>()
    for (const rule of rulesOf(items)) {
      const points = plainPoints(model, rule)
      if (!points) continue
      const trigger = written(rule.trigger)
      const opposite = given.get(`${trigger} ${-points}`)
      given.set(`${trigger} ${points}`, rule)
      if (!opposite) continue
      const related = [{ span: opposite.span, message: 'The other rule is here.' }]
      report(diagnose(rulesCancel, rule.span, { trigger, points: Math.abs(points) }, related))
    }
  }
}

/** Of a rule whose modifiers, if any, are only its label: others may tell the two apart. */
function plainPoints(model: CheckedModel, rule: Ast.RuleDecl): number | undefined {
  const plain = rule.modifiers.every(({ kind }) => kind === 'label')
  return plain && !perMatch(rule) ? pointsOf(rule, expr => constantOf(model, expr)) : undefined
}

function perMatch({ action }: Ast.RuleDecl): boolean {
  return action.kind === 'add' && action.perMatch
}
