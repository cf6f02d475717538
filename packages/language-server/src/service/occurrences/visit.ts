/** Goes through a tree: forms that say more than their parts do are in the tables, all others are looked through. */
import { type Ast, childrenOf } from '@merit-lang/language'
import { forms } from './forms.ts'
import { useName } from './names.ts'
import type { Events, Search } from './search.ts'
import { statements } from './statements.ts'

const nothing = () => {}
/** Most of a tree, and there is nothing in them. */
const literals = {
  number: nothing,
  percent: nothing,
  duration: nothing,
  date: nothing,
  text: nothing,
  boolean: nothing,
  hole: nothing,
}

const table = { ...literals, ...statements, ...forms, ident: useName, name: useName }
type Form = (cx: Search, node: never, events: Events) => void

export function visit(cx: Search, node: Ast.AnyNode, events: Events = []): void {
  const form = (table as Partial<Record<Ast.AnyNode['kind'], Form>>)[node.kind]
  if (form) form(cx, node as never, events)
  else visitChildren(cx, node, events)
}

export function visitChildren(cx: Search, node: Ast.AnyNode, events: Events): void {
  for (const child of childrenOf(node)) visit(cx, child, events)
}
