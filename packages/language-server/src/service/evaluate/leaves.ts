/** A condition's comparisons: what `and`, `or`, `not` and parentheses leave, in the order of the text, as explanations list them. */
import { type Ast, written } from '@merit-lang/language'
import type { Span } from '../text.ts'

export function leavesOf(condition: Ast.Expr): readonly { readonly text: string; readonly span: Span }[] {
  const leaves: Ast.Expr[] = []
  const open = [condition]
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.kind === 'paren') open.push(one.inner)
    else if (one.kind === 'unary' && one.operator === 'not') open.push(one.operand)
    else if (one.kind === 'binary' && (one.operator === 'and' || one.operator === 'or')) open.push(one.right, one.left)
    else leaves.push(one)
  }
  return leaves.map(({ span }) => ({ text: written(span), span }))
}
