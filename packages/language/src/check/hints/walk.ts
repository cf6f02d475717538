/** One walk over a checked model's files; afterwards nodes are found by kind, with what they stand in. */
import type { AnyNode } from '../../syntax/ast.ts'
import { type Kind, type NodeOf, walk } from '../../syntax/walk.ts'
import type { CheckedModel } from '../model.ts'

/** More than half of all nodes, about which no hint asks by themselves: left out of the index, which keeps it small. */
const leaves = ['ident', 'name', 'number', 'text', 'percent', 'duration', 'date', 'boolean'] as const
type Leaf = (typeof leaves)[number]
const isLeaf: ReadonlySet<Kind> = new Set(leaves)

interface Index {
  readonly byKind: Map<Kind, AnyNode[]>
  readonly parents: Map<AnyNode, AnyNode>
}

const indexes = new WeakMap<CheckedModel, Index>()

function indexOf(model: CheckedModel): Index {
  let index = indexes.get(model)
  if (!index) {
    index = { byKind: new Map(), parents: new Map() }
    for (const file of model.files) addTo(index, file.ast, none)
    indexes.set(model, index)
  }
  return index
}

const none: ReadonlySet<unknown> = new Set()

/** The model as hints see it that need not look into some of its rules, since they have nothing to say about them. */
export function modelWithout(model: CheckedModel, silent: ReadonlySet<unknown>): CheckedModel {
  const view = { ...model }
  const index: Index = { byKind: new Map(), parents: new Map() }
  for (const file of model.files) addTo(index, file.ast, silent)
  indexes.set(view, index)
  return view
}

function addTo({ byKind, parents }: Index, root: AnyNode, silent: ReadonlySet<unknown>): void {
  walk(root, (node, parent) => {
    if (isLeaf.has(node.kind)) return true
    if (silent.has(node)) return false
    const same = byKind.get(node.kind)
    if (same) same.push(node)
    else byKind.set(node.kind, [node])
    if (parent) parents.set(node, parent)
    return true
  })
}

/** All nodes of a kind in the model's files. */
export function nodesOf<K extends Exclude<Kind, Leaf>>(model: CheckedModel, kind: K): readonly NodeOf<K>[] {
  return (indexOf(model).byKind.get(kind) ?? []) as unknown as readonly NodeOf<K>[]
}

/** Absent for a file, a name and a literal. */
export function parentOf(model: CheckedModel, node: AnyNode): AnyNode | undefined {
  return indexOf(model).parents.get(node)
}

/** What the node stands in, from the inside out. */
export function* ancestorsOf(model: CheckedModel, node: AnyNode): Generator<AnyNode> {
  for (let at = parentOf(model, node); at; at = parentOf(model, at)) yield at
}

/** The node's descendants of a kind, itself included. */
export function within<K extends Kind>(root: AnyNode, kind: K): NodeOf<K>[] {
  const found: NodeOf<K>[] = []
  walk(root, node => {
    if (node.kind === kind) found.push(node as NodeOf<K>)
  })
  return found
}
