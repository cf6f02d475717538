/** Putting definitions into an order in which each comes after those that it is built on. */

export interface Ordered<T> {
  readonly order: readonly T[]
  /** Each as the path that leads back to its first. */
  readonly cycles: readonly (readonly T[])[]
}

interface Frame<T> {
  readonly node: T
  readonly next: Iterator<T>
}

/** Depth first with a stack of its own, so that no chain is too long. Ties keep the given order. */
export function topological<T>(nodes: Iterable<T>, usesOf: (node: T) => Iterable<T>): Ordered<T> {
  const done = new Set<T>()
  const order: T[] = []
  const cycles: T[][] = []
  for (const start of nodes) {
    const open = new Map<T, Frame<T>>()
    const path: T[] = []
    const enter = (node: T) => {
      open.set(node, { node, next: usesOf(node)[Symbol.iterator]() })
      path.push(node)
    }
    if (!done.has(start)) enter(start)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = (open.get(top) as Frame<T>).next.next()
      if (next.done) {
        done.add(top)
        order.push(top)
        open.delete(top)
        path.pop()
      } else if (open.has(next.value)) cycles.push(path.slice(path.indexOf(next.value)))
      else if (!done.has(next.value)) enter(next.value)
    }
  }
  return { order, cycles }
}
