/**
 * Reading plain objects, as nearly all data consists of, at full speed. What it cannot read with the same outcome as
 * `lead/own.ts` it refuses. Only what an event hides from being listed, as `Object.defineProperty` can, is seen here.
 */
export type Plain = Readonly<Record<string, unknown>>

/** The data has to be read by `lead/own.ts`. */
export class NotPlain extends Error {}

/** Whether what the object does not hold itself can only come from `Object.prototype`. */
export function isPlain(data: unknown): data is Plain {
  if (typeof data !== 'object' || data === null) return false
  const prototype = Object.getPrototypeOf(data)
  return prototype === Object.prototype || prototype === null
}

/** Nothing for what is no object; a list is none. */
export function plainObject(data: unknown): Plain | undefined {
  if (isPlain(data)) return data
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) throw new NotPlain()
  return undefined
}

/** A key of data and, where it has dots, the path that it may stand for. */
export interface Key {
  readonly flat: string
  readonly path: readonly string[] | undefined
}

export function keyOf(flat: string): Key {
  return { flat, path: flat.includes('.') ? flat.split('.') : undefined }
}

/** Whether what a path leads to is never inherited. */
export function isSafe({ path = [] }: Key): boolean {
  return !path.some(isInherited)
}

/** Whether every object seems to have this key. */
export function isInherited(key: string): boolean {
  return key in Object.prototype
}

/** What the path of a key leads to. */
export function valueAlong(path: readonly string[], data: Plain): unknown {
  return path.reduce<unknown>((at, part) => plainObject(at)?.[part], data)
}

/** Whether somebody gave all objects something to inherit. */
export function isPolluted(): boolean {
  for (const _ in NOTHING) return true
  return false
}

const NOTHING = {}
