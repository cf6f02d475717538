/** Chains of one operator, `a or b or c …`, seen as a list: a program may write very long ones. */
import type * as Ast from '../syntax/ast.ts'

const chain = {
  or: 'or',
  and: 'and',
  '+': 'arithmetic',
  '-': 'arithmetic',
  '*': 'arithmetic',
  '/': 'arithmetic',
  '=': 'equality',
  '!=': 'equality',
  '<': 'order',
  '<=': 'order',
  '>': 'order',
  '>=': 'order',
} as const satisfies { [K in Ast.BinaryOperator]: string }

export type ChainKind = (typeof chain)[Ast.BinaryOperator]

export function chainKind({ operator }: Ast.Binary): ChainKind {
  return chain[operator]
}

export interface Chain {
  /** The nodes that make the chain, the outermost first. */
  readonly nodes: readonly Ast.Binary[]
  /** In the order of the text. */
  readonly operands: readonly Ast.Expr[]
}

export function chainOf(expr: Ast.Binary): Chain {
  const nodes = [expr]
  const operands = [expr.right]
  let left = expr.left
  while (left.kind === 'binary' && chain[left.operator] === chain[expr.operator]) {
    nodes.push(left)
    operands.push(left.right)
    left = left.left
  }
  return { nodes, operands: [...operands, left].reverse() }
}
