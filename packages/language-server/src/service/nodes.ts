/** Finding what stands at a place of a tree. */
import { type Ast, childrenOf, type NodeOf } from '@merit-lang/language'

/**
 * The nodes that the offset lies in, from the outermost inwards. An offset right behind a node lies in it too, unless the next
 * one begins there: that is where the cursor stands when a name has just been typed.
 */
export function nodesAt(root: Ast.AnyNode, offset: number): readonly Ast.AnyNode[] {
  const path: Ast.AnyNode[] = []
  for (let node: Ast.AnyNode | undefined = root; node; node = childAt(node, offset)) path.push(node)
  return path
}

/** The trigger of a lone table is as long as the rule: what comes later is what was meant. */
function childAt(node: Ast.AnyNode, offset: number): Ast.AnyNode | undefined {
  const touching = childrenOf(node).filter(({ span }) => span.start <= offset && offset <= span.end)
  return touching.findLast(({ span }) => offset < span.end) ?? touching.at(-1)
}

/** The innermost node of one of the kinds. */
export function innermost<K extends Ast.AnyNode['kind']>(
  path: readonly Ast.AnyNode[],
  ...kinds: readonly K[]
): NodeOf<K> | undefined {
  const wanted: readonly string[] = kinds
  return path.findLast(({ kind }) => wanted.includes(kind)) as NodeOf<K> | undefined
}
