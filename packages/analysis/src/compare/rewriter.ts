/** Parts of a program told anew, down to the last: some operations are replaced, the rest stays what it is. */

/** By the name of an operation, what stands in its place. */
export type Replaced = Readonly<Record<string, (part: never) => unknown>>

/** What becomes of an entry; usually what becomes of its value. */
export type Entry = (key: string, value: unknown, rewrite: Rewrite) => unknown

/** Gives the same object for the same part: what was shared stays so, and what follows from it is worked out once. */
export type Rewrite = <T>(part: T) => T

const usual: Entry = (_, value, rewrite) => rewrite(value)

export function rewriter(replaced: Replaced, entry: Entry = usual): Rewrite {
  const known = new WeakMap<object, unknown>()

  function rewrite<T>(part: T): T {
    if (typeof part !== 'object' || part === null) return part
    const made = known.get(part) ?? rewritten(part)
    known.set(part, made)
    return made as T
  }

  function rewritten(part: object): unknown {
    if (Array.isArray(part)) return part.map(one => rewrite(one))
    const { op } = part as { op?: string }
    const special = op === undefined ? undefined : replaced[op]
    return special ? special(part as never) : Object.fromEntries(Object.entries(part).map(entryOf))
  }

  /** Places and compiled patterns hold nothing of the program. */
  const entryOf = ([key, value]: readonly [string, unknown]) =>
    [key, key === 'automaton' || key === 'span' ? value : entry(key, value, rewrite)] as const

  return rewrite
}
