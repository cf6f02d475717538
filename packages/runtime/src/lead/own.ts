/**
 * Reading data of unknown origin. Only what an object itself holds is seen (and would be part of its JSON), never what it
 * inherits (`constructor`, `__proto__`); what cannot be read, as a getter that throws, is absent. Nothing here throws.
 */
export type Data = Readonly<Record<string, unknown>>

/** An object that is no list, else nothing. */
export function asObject(data: unknown): Data | undefined {
  return typeof data === 'object' && data !== null && !isList(data) ? (data as Data) : undefined
}

export function isList(data: unknown): data is readonly unknown[] {
  return attempt(() => Array.isArray(data)) ?? false
}

/** The milliseconds of a Date, NaN of an invalid one; nothing for what is no Date. */
export function millisecondsOf(data: unknown): number | undefined {
  return attempt(() => (data instanceof Date ? Date.prototype.getTime.call(data) : undefined))
}

/** The object's own value of this key. */
export function own(data: object | undefined, key: string): unknown {
  return data && attempt(() => (isEnumerable.call(data, key) ? (data as Data)[key] : undefined))
}

const isEnumerable = Object.prototype.propertyIsEnumerable

/** The flat key, else, where the key has dots, the path. */
export function lookUp(data: Data | undefined, key: string): unknown {
  const flat = own(data, key)
  return flat === undefined && key.includes('.')
    ? key.split('.').reduce<unknown>((at, part) => own(asObject(at), part), data)
    : flat
}

/** A list's entries with their places. Gaps are no entries. */
export function entriesOf(list: readonly unknown[]): { readonly place: number; readonly entry: unknown }[] {
  const keys = attempt(() => Object.keys(list).filter(key => /^\d+$/.test(key))) ?? []
  return keys.map(key => ({ place: Number(key), entry: own(list, key) }))
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
