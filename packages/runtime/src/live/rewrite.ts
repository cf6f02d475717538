import type { EventSet, Expr } from '../program.ts'

type Node = Expr | EventSet

/** A copy of an expression or a set in which `replace` stands in for the outermost nodes that it answers for; what is shared stays shared. */
export function rewriting(replace: (node: Node) => Node | undefined): <N extends Node>(node: N) => N {
  const known = new Map<unknown, unknown>()
  const part = (of: unknown): unknown => {
    if (typeof of !== 'object' || of === null) return of
    if (!known.has(of)) known.set(of, rewritten(of))
    return known.get(of)
  }
  const rewritten = (of: object): unknown => {
    if (Array.isArray(of)) return of.map(part)
    return ('op' in of && replace(of as Node)) || Object.fromEntries(Object.entries(of).map(([k, v]) => [k, part(v)]))
  }
  return node => part(node) as typeof node
}
