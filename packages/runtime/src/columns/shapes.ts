import type { Changes } from './changes.ts'
import type { Plain } from './plain.ts'
import type { Writer } from './writer.ts'

/**
 * The keys of objects in their order, as paths in a tree: objects with the same keys end at the same shape. What follows
 * from the keys is worked out once for each shape; an object is then read by going through its keys, which engines do
 * faster than looking up one after the other.
 */
export class Shapes<P> {
  private readonly planOf: (keys: readonly string[]) => P
  /** By key: who writes its value. */
  private readonly writers: ReadonlyMap<string, Writer>
  private readonly changes: Changes
  private root: Shape<P>
  private count = 0

  constructor(planOf: (keys: readonly string[]) => P, writers: ReadonlyMap<string, Writer>, changes: Changes) {
    this.planOf = planOf
    this.writers = writers
    this.changes = changes
    this.root = this.newShape('', undefined)
  }

  /** Writes the values of a plain object; what follows from its keys, or nothing where a writer refuses a value. */
  read(data: Plain): P | undefined {
    let shape = this.root
    for (const key in data) {
      const { next } = shape
      shape = next !== undefined && next.key === key ? next : this.after(shape, key)
      const { writer } = shape
      if (writer !== undefined && !writer.put(0, data[key])) return undefined
    }
    return shape.plan ?? this.plan(shape)
  }

  /** Forgets the shapes where there are too many. */
  forget(): void {
    if (this.count <= MOST_SHAPES) return
    this.root = this.newShape('', undefined)
    this.count = 0
  }

  private newShape(key: string, before: Shape<P> | undefined): Shape<P> {
    return { key, before, writer: this.writers.get(key), plan: undefined, next: undefined, others: new Map() }
  }

  private after(shape: Shape<P>, key: string): Shape<P> {
    const next = shape.others.get(key) ?? this.newAfter(shape, key)
    shape.next = next
    return next
  }

  private newAfter(before: Shape<P>, key: string): Shape<P> {
    const shape = this.newShape(key, before)
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

const MOST_SHAPES = 10_000

interface Shape<P> {
  readonly key: string
  readonly before: Shape<P> | undefined
  readonly writer: Writer | undefined
  plan: P | undefined
  /** To which the last object went on. */
  next: Shape<P> | undefined
  readonly others: Map<string, Shape<P>>
}
