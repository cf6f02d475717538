/** `subtract` has a positive amount. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { subtractNegative } from '../../diagnostics/hints/subtract-negative.ts'
import type * as Ast from '../../syntax/ast.ts'
import { written } from './conditions.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

export const hintSubtractNegative: Hint = (model, report) => {
  for (const action of nodesOf(model, 'add')) {
    const amount = action.sign === 'subtract' ? negated(action.amount) : undefined
    if (amount) report(diagnose(subtractNegative, action.span, { amount: written(amount), action: action.span }))
  }
}

/** What follows the minus sign, if there is one. */
function negated(amount: Ast.Expr): Ast.Expr | undefined {
  if (amount.kind === 'paren') return negated(amount.inner)
  return amount.kind === 'unary' && amount.operator === '-' ? amount.operand : undefined
}
