/** Neither `and` nor `or` joins a condition with itself. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { conditionRepeated } from '../../diagnostics/hints/condition-repeated.ts'
import type * as Ast from '../../syntax/ast.ts'
import { written } from './conditions.ts'
import type { Hint } from './hint.ts'
import { nodesOf, parentOf } from './walk.ts'

export const hintConditionRepeated: Hint = (model, report) => {
  for (const joined of nodesOf(model, 'binary')) {
    const { operator } = joined
    if ((operator !== 'and' && operator !== 'or') || isLink(parentOf(model, joined), operator)) continue
    const seen = new Set<string>()
    let previous: Ast.Expr | undefined
    for (const part of partsOf(joined, operator)) {
      const condition = written(part)
      const cut = { ...part.span, start: previous?.span.end ?? part.span.start }
      if (seen.has(condition)) report(diagnose(conditionRepeated, part.span, { condition, word: operator, cut }))
      seen.add(condition)
      previous = part
    }
  }
}

function isLink(node: Ast.AnyNode | undefined, operator: Ast.BinaryOperator): node is Ast.Binary {
  return node?.kind === 'binary' && node.operator === operator
}

/** `a or b or c` as its three parts, however long. */
function partsOf(joined: Ast.Expr, operator: Ast.BinaryOperator): Ast.Expr[] {
  const parts: Ast.Expr[] = []
  const open: Ast.Expr[] = [joined]
  for (let next = open.pop(); next; next = open.pop()) {
    if (isLink(next, operator)) open.push(next.right, next.left)
    else parts.push(next)
  }
  return parts
}
