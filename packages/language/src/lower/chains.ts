import type * as Ast from '../syntax/ast.ts'

export interface Link {
  readonly operator: Ast.BinaryOperator
  readonly right: Ast.Expr
}

/** `a + b - c` as `a`, then `+ b`, then `- c`: it leans to the left and may be as long as a file, so it is not walked by recursion. */
export function chainOf(
  ast: Ast.Binary,
  belongs: (operator: Ast.BinaryOperator) => boolean,
): { readonly first: Ast.Expr; readonly links: readonly Link[] } {
  const links: Link[] = []
  let first: Ast.Expr = ast
  while (first.kind === 'binary' && belongs(first.operator)) {
    links.push(first)
    first = first.left
  }
  return { first, links: links.reverse() }
}

export function partsOfChain(ast: Ast.Binary, belongs: (operator: Ast.BinaryOperator) => boolean): readonly Ast.Expr[] {
  const { first, links } = chainOf(ast, belongs)
  return [first, ...links.map(({ right }) => right)]
}
