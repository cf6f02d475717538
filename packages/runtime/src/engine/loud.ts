import type { Value } from '../program.ts'
import type { Field } from './field.ts'
import type { View } from './view.ts'

const ZERO = Int32Array.of(0)

/** What events of one type mean, by the code of the one property that decides it; where more than one does, or none by its code, all are loud, or none is. */
class Kind {
  readonly field: Field<unknown> | undefined
  /** With what the place of an event is masked, before its code is looked up. */
  readonly mask: number
  codes: Int32Array = ZERO
  /** By code: 0 where there is nothing. */
  flags: Uint8Array
  private values: readonly Value[] = []

  /** `first`: of the fields of the type. */
  constructor(first: Field<unknown> | undefined) {
    this.field = first?.isByCode && !first.next ? first : undefined
    this.mask = this.field ? -1 : 0
    this.flags = Uint8Array.of(first ? 1 : 0)
  }

  /** To be called when the field was bound to another column. */
  bind(): void {
    if (!this.field) return
    this.codes = this.field.codes
    if (this.values !== this.field.values) this.flags = new Uint8Array(0)
    this.values = this.field.values
  }

  /** A flag for each value, also for those that came to the dictionary since. */
  grow(): void {
    if (this.flags.length >= this.values.length) return
    const flags = new Uint8Array(2 * this.values.length).fill(1)
    flags.set(this.flags)
    this.flags = flags
  }
}

/** Which events mean something to anybody, told without a branch for each: processors cannot guess which do, and most do not. */
export class Loud {
  /** What `listen` found. */
  events = new Int32Array(64)
  private readonly kinds: readonly Kind[]

  /** By event type the first of its fields. */
  constructor(fields: readonly (Field<unknown> | undefined)[]) {
    this.kinds = fields.map(first => new Kind(first))
  }

  /** To be called when the fields were bound to other columns. */
  bind(): void {
    for (const kind of this.kinds) kind.bind()
  }

  /** Finds the loud events of the row: gives how many there are. */
  listen({ type, place, first, end }: View): number {
    if (end - first > this.events.length) this.events = new Int32Array(2 * (end - first))
    const { events, kinds } = this
    for (let i = 0; i < kinds.length; i++) (kinds[i] as Kind).grow()
    let count = 0
    for (let event = first; event < end; event++) {
      const { codes, mask, flags } = kinds[type[event] as number] as Kind
      events[count] = event
      count += flags[codes[(place[event] as number) & mask] as number] as number
    }
    return count
  }

  /** From now on nobody is told of events with the value that this one has. */
  silence(type: number, place: number): void {
    const { field, codes, flags } = this.kinds[type] as Kind
    if (field) flags[codes[place] as number] = 0
  }
}
