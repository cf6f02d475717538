/** Going through trees of any form. */
import type { AnyNode } from './ast.ts'

export type Kind = AnyNode['kind']
/** The nodes of a kind, also of those types that share one shape between kinds. */
export type NodeOf<K extends Kind, N = AnyNode> = N extends { readonly kind: infer T }
  ? K extends T
    ? N
    : never
  : never

/** Where it gives `false`, what the node holds is passed over. */
type Visit = (node: AnyNode, parent: AnyNode | undefined) => unknown

/** Calls `visit` for the node and everything in it, parents first. The parser bounds how deep texts nest. */
export function walk(node: AnyNode, visit: Visit, parent?: AnyNode): void {
  if (visit(node, parent) === false) return
  for (const key in node) {
    const field: unknown = node[key as keyof AnyNode]
    if (isNode(field)) walk(field, visit, node)
    else if (Array.isArray(field)) for (const element of field) if (isNode(element)) walk(element, visit, node)
  }
}

/** A node's fields are nodes, lists of nodes, spans and plain values: what has a `kind` is a node. */
function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && (value as Partial<AnyNode>).kind !== undefined
}

/** In the order of their fields, which for most forms is that of the text. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = []
  for (const field of Object.values(node)) {
    if (isNode(field)) children.push(field)
    else if (Array.isArray(field)) children.push(...field.filter(isNode))
  }
  return children
}
