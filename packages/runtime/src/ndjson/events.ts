import type { Program } from '../program.ts'
import { parseInstant } from '../time/instant.ts'
import { EventIds } from './ids.ts'
import { readInstant } from './instants.ts'
import type { Key, Keys } from './keys.ts'
import { eventLayout, type Layout, strangerKeys } from './layout.ts'
import { sortEvents } from './order.ts'
import { RecordReader } from './record.ts'
import { passNull, passValue } from './scan.ts'
import { putUnknown } from './slots.ts'
import { afterSpace, type Source } from './source.ts'
import type { LeadTable, Rows } from './table.ts'
import { textOf } from './text.ts'
import { TypeReader, UNUSUAL } from './types.ts'

/** Events of these types that have one of these keys say something else than they seem to: their leads are read the slow way. */
export interface Calls {
  readonly types: readonly string[]
  readonly keys: readonly string[]
}

/** Reads the value of `events` into the table. */
export class EventsReader extends RecordReader {
  readonly #program: Program
  readonly #table: LeadTable
  readonly #layouts: readonly Layout[]
  readonly #strangers = strangerKeys()
  readonly #types: TypeReader
  readonly #ids: EventIds
  /** NaN: none was met yet. A value that is not a time ends the fast way. */
  #at = Number.NaN
  #timestamp = -1
  #hasId = false
  #messageId = -1

  constructor(c: Source, program: Program, table: LeadTable, calls: Calls) {
    super(c)
    this.#program = program
    this.#table = table
    this.#layouts = table.types.map((rows, index) => {
      const isCall = calls.types.includes(program.events[index]?.name ?? '')
      return eventLayout(rows, program.zone, isCall ? calls.keys : [])
    })
    this.#types = new TypeReader(c, program.events, calls.types)
    this.#ids = new EventIds(c)
  }

  refresh(): void {
    for (const [type, { slots }] of this.#layouts.entries()) {
      for (const slot of slots) slot.refresh((this.#table.types[type] as Rows).count)
    }
  }

  read(at: number): number {
    if (this.c.bytes[at] !== 0x5b /* [ */) return passNull(this.c, at)
    const first = this.#table.events
    this.#ids.clear()
    const end = this.#readList(at)
    if (end < 0 || !this.#ids.areDistinct(this.#table, first)) return -1
    sortEvents(this.#table, first, this.#ids)
    return end
  }

  #readList(start: number): number {
    const { bytes } = this.c
    let at = afterSpace(bytes, start + 1)
    if (bytes[at] === 0x5d /* ] */) return at + 1
    for (;;) {
      at = bytes[at] === 0x7b /* { */ ? this.#readEvent(at) : -1
      if (at < 0) return -1
      at = afterSpace(bytes, at)
      if (bytes[at] !== 0x2c /* , */) return bytes[at] === 0x5d /* ] */ ? at + 1 : -1
      at = afterSpace(bytes, at + 1)
    }
  }

  #readEvent(at: number): number {
    const type = this.#types.read(at)
    if (type === UNUSUAL) return -1
    this.stamp++
    return type < 0 ? this.#readKeys(this.#strangers, at) : this.#readKnown(type, at)
  }

  /** Where the type stands first, it has been read, and must not stand there again. */
  #readKeys(keys: Keys, at: number): number {
    const { end } = this.#types
    return end < 0 ? this.readRecord(keys, at) : this.readRest(keys, keys.start, end)
  }

  #readKnown(type: number, at: number): number {
    const table = this.#table
    const { slots, keys } = this.#layouts[type] as Layout
    const event = table.events
    this.row = table.addEvent(type, 0)
    this.#at = Number.NaN
    this.#timestamp = -1
    this.#hasId = false
    this.#messageId = -1
    this.#ids.begin()
    const end = this.#readKeys(keys, at)
    if (end < 0 || !this.#readDeferred() || !this.#fill(slots)) return -1
    table.eventAt[event] = this.#at
    return end
  }

  /** A second name counts where the first is absent, which shows at the end. */
  #readDeferred(): boolean {
    const isTimed = !Number.isNaN(this.#at) || (this.#timestamp >= 0 && this.#readTime(this.#timestamp) >= 0)
    return isTimed && (this.#hasId || this.#messageId < 0 || this.#ids.read(this.#messageId) >= 0)
  }

  #fill(slots: Layout['slots']): boolean {
    for (const slot of slots) if (slot.seen !== this.stamp && !putUnknown(slot, this.row)) return false
    return true
  }

  protected take(key: Key, at: number): number {
    const { c } = this
    if (key.role === 'other') return passValue(c, at)
    if (key.seen === this.stamp) return -1
    key.seen = this.stamp
    switch (key.role) {
      case 'value':
        return this.readSlot(key, at)
      case 'record':
        return c.bytes[at] === 0x7b /* { */ && key.inside ? this.readRecord(key.inside, at) : passValue(c, at)
      case 'type':
        return this.#types.end < 0 ? passValue(c, at) : -1
      case 'at':
        return this.#readTime(at)
      case 'timestamp':
        this.#timestamp = at
        return passValue(c, at)
      case 'id':
        this.#hasId = true
        return this.#ids.read(at)
      case 'messageId':
        this.#messageId = at
        return passValue(c, at)
      case 'event':
        return passValue(c, at)
      case 'events':
      case 'odd':
        return -1
    }
  }

  #readTime(at: number): number {
    const { c } = this
    const end = c.bytes[at] === 0x22 /* " */ ? readInstant(c, at, this.#program.zone) : -1
    if (end < 0) return this.#readOddTime(at)
    this.#at = c.number
    return end
  }

  /** Any other form of a time. */
  #readOddTime(at: number): number {
    const { bytes } = this.c
    const end = bytes[at] === 0x22 /* " */ ? passValue(this.c, at) : -1
    const parsed = end < 0 ? undefined : parseInstant(JSON.parse(textOf(bytes, at, end)), this.#program.zone)
    if (parsed === undefined || 'problem' in parsed) return -1
    this.#at = parsed.ms
    return end
  }
}
