/** A rule's cap is less than what the events that it lets count can add up to. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { capNeverBinds } from '../../diagnostics/hints/cap-never-binds.ts'
import type * as Ast from '../../syntax/ast.ts'
import type { CheckedModel } from '../model.ts'
import { pointsOf } from './blocks.ts'
import { written } from './conditions.ts'
import { constantOf } from './constants.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

export const hintCapNeverBinds: Hint = (model, report) => {
  for (const rule of nodesOf(model, 'rule').filter(node => 'trigger' in node)) {
    const cap = rule.modifiers.find(isCap)
    const bound = cap && constantOf(model, cap.value)
    const most = mostPoints(model, rule)
    if (cap && bound !== undefined && most !== undefined && most <= bound)
      report(diagnose(capNeverBinds, cap.span, { cap: written(cap), most }))
  }
}

type Bound = Extract<Ast.Modifier, { kind: 'cap' | 'floor' }>
const isCap = (modifier: Ast.Modifier): modifier is Bound => modifier.kind === 'cap'

/** Undefined where nothing says how many events count. Decay only takes away. */
function mostPoints(model: CheckedModel, rule: Ast.RuleDecl): number | undefined {
  const points = pointsOf(rule, expr => constantOf(model, expr))
  const counts = rule.modifiers.map(modifier => mostEvents(model, modifier)).filter(count => count !== undefined)
  return points === undefined || counts.length === 0 ? undefined : Math.max(0, points) * Math.min(...counts)
}

function mostEvents(model: CheckedModel, modifier: Ast.Modifier): number | undefined {
  switch (modifier.kind) {
    case 'once':
      return modifier.per ? undefined : 1
    case 'first':
      return modifier.per ? undefined : modifier.count ? constantOf(model, modifier.count) : 1
    case 'atMost':
      return modifier.per ? undefined : constantOf(model, modifier.count)
    default:
      return undefined
  }
}
