type Plain = { readonly [key: string]: unknown }

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What several announce, as one: objects and lists are put together, of anything else the last counts. */
export function together<T extends object>(announced: readonly Partial<T>[]): T {
  return announced.reduce<unknown>(both, {}) as T
}

function both(a: unknown, b: unknown): unknown {
  if (Array.isArray(a) && Array.isArray(b)) return [...new Set([...a, ...b])]
  if (!isPlain(a) || !isPlain(b)) return b
  const shared = Object.keys(b).map(key => [key, key in a ? both(a[key], b[key]) : b[key]])
  return { ...a, ...Object.fromEntries(shared) }
}
