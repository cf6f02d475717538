import type { Changes } from './changes.ts'
import type { Plain } from './plain.ts'

/**
 * The keys of objects in their order, as paths in a tree: objects with the same keys end at the same shape. What follows
 * from the keys is worked out once for each shape; an object is then read by going through its keys, which engines do
 * faster than looking up one after the other.
 */
export class Shapes<P> {
  /** The values of the object that was read last, by `placeOf` their keys. */
  readonly values: unknown[] = [undefined]
  private readonly planOf: (keys: readonly string[]) => P
  private readonly changes: Changes
  private root: Shape<P> = { key: '', before: undefined, plan: undefined, next: undefined, others: new Map() }
  private count = 0

  constructor(planOf: (keys: readonly string[]) => P, changes: Changes) {
    this.planOf = planOf
    this.changes = changes
  }

  /** Reads the values of a plain object; what follows from its keys. */
  read(data: Plain): P {
    const { values } = this
    let shape = this.root
    let place = 1
    for (const key in data) {
      values[place++] = data[key]
      const { next } = shape
      shape = next !== undefined && next.key === key ? next : this.after(shape, key)
    }
    return shape.plan ?? this.plan(shape)
  }

  /** Forgets the shapes where there are too many. */
  forget(): void {
    if (this.count <= MOST_SHAPES) return
    this.root = { key: '', before: undefined, plan: undefined, next: undefined, others: new Map() }
    this.count = 0
  }

  private after(shape: Shape<P>, key: string): Shape<P> {
    const next = shape.others.get(key) ?? this.newAfter(shape, key)
    shape.next = next
    return next
  }

  private newAfter(before: Shape<P>, key: string): Shape<P> {
    const shape = { key, before, plan: undefined, next: undefined, others: new Map() }
    before.others.set(key, shape)
    if (++this.count > MOST_SHAPES) this.changes.full = true
    return shape
  }

  private plan(shape: Shape<P>): P {
    const keys: string[] = []
    for (let at: Shape<P> = shape; at.before; at = at.before) keys.unshift(at.key)
    shape.plan = this.planOf(keys)
    return shape.plan
  }
}

/** Where the value of a key stands; 0, where nothing is, for a key that the object does not have. */
export function placeOf(key: string, keys: readonly (string | undefined)[]): number {
  return keys.indexOf(key) + 1
}

const MOST_SHAPES = 10_000

interface Shape<P> {
  readonly key: string
  readonly before: Shape<P> | undefined
  plan: P | undefined
  /** To which the last object went on. */
  next: Shape<P> | undefined
  readonly others: Map<string, Shape<P>>
}
