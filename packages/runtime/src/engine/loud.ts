import type { Value } from '../program.ts'
import type { Field } from './field.ts'
import type { View } from './view.ts'

const ZERO = Int32Array.of(0)

/**
 * Which events mean something to anybody, told without a branch for each: processors cannot guess which do, and most do not.
 *
 * An event is looked up by its type and by the code of the one property that decides what its type's events mean; where
 * more than one does, or none by its code, all events of the type are loud, or none is.
 */
export class Loud {
  /** What `listen` found. */
  events = new Int32Array(64)
  /** By type, where one property decides. */
  private readonly fields: readonly (Field<unknown> | undefined)[]
  /** By type: codes by place, once the place was masked. */
  private readonly codes: Int32Array[]
  private readonly masks: Int32Array
  /** By type, then by code: 0 where there is nothing. */
  private readonly flags: Uint8Array[]
  private readonly values: (readonly Value[])[]

  /** By event type the first of its fields. */
  constructor(fields: readonly (Field<unknown> | undefined)[]) {
    this.fields = fields.map(field => (field?.isByCode && !field.next ? field : undefined))
    this.codes = fields.map(() => ZERO)
    this.masks = Int32Array.from(this.fields, field => (field ? -1 : 0))
    this.flags = fields.map(field => Uint8Array.of(field ? 1 : 0))
    this.values = fields.map(() => [])
  }

  /** To be called when the fields were bound to other columns. */
  bind(): void {
    this.fields.forEach((field, type) => {
      if (!field) return
      this.codes[type] = field.codes
      if (this.values[type] !== field.values) this.flags[type] = new Uint8Array(0)
      this.values[type] = field.values
    })
  }

  /** Finds the loud events of the row: gives how many there are. */
  listen({ type, place, first, end }: View): number {
    if (end - first > this.events.length) this.events = new Int32Array(2 * (end - first))
    this.grow()
    const { events, codes, masks, flags } = this
    let count = 0
    for (let event = first; event < end; event++) {
      const kind = type[event] as number
      const code = (codes[kind] as Int32Array)[(place[event] as number) & (masks[kind] as number)] as number
      events[count] = event
      count += (flags[kind] as Uint8Array)[code] as number
    }
    return count
  }

  /** A flag for each value, also for those that came to a dictionary since. */
  private grow(): void {
    const { values, flags } = this
    for (let type = 0; type < values.length; type++) {
      const known = flags[type] as Uint8Array
      if (known.length < (values[type] as readonly Value[]).length) this.learn(type, known)
    }
  }

  private learn(type: number, known: Uint8Array): void {
    const flags = new Uint8Array(2 * (this.values[type] as readonly Value[]).length).fill(1)
    flags.set(known)
    this.flags[type] = flags
  }

  /** From now on nobody is told of events with the value that this one has. */
  silence(type: number, place: number): void {
    const flags = this.flags[type] as Uint8Array
    if (this.fields[type]) flags[(this.codes[type] as Int32Array)[place] as number] = 0
  }
}
