/** Values that stand in the text as such. */
import type * as Ast from '../syntax/ast.ts'

/** A number with its sign. */
export function literalNumber(expr: Ast.Expr): number | undefined {
  if (expr.kind === 'number' || expr.kind === 'percent') return expr.value
  if (expr.kind === 'paren') return literalNumber(expr.inner)
  if (expr.kind !== 'unary' || expr.operator !== '-') return undefined
  const value = literalNumber(expr.operand)
  return value === undefined ? undefined : -value
}
