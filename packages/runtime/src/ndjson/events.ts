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
import { afterSpace, CLOSE_LIST, COMMA, NOT, OPEN_LIST, OPEN_RECORD, QUOTE, type Source } from './source.ts'
import type { LeadTable } from './table.ts'
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
  #stamp = 0
  #row = 0
  /** NaN: none was met yet. A value that is not a time ends the fast way. */
  #at = Number.NaN
  #timestamp = NOT
  #hasId = false
  #messageId = NOT

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
    this.#types.refresh()
    for (const { slots } of this.#layouts) for (const slot of slots) slot.refresh()
  }

  read(at: number): number {
    if (this.c.bytes[at] !== OPEN_LIST) return passNull(this.c, at)
    const first = this.#table.events
    this.#ids.clear()
    const end = this.#readList(at)
    if (end < 0 || !this.#ids.areDistinct(this.#table, first)) return NOT
    sortEvents(this.#table, first, this.#ids)
    return end
  }

  #readList(start: number): number {
    const { bytes } = this.c
    let at = afterSpace(bytes, start + 1)
    if (bytes[at] === CLOSE_LIST) return at + 1
    for (;;) {
      at = bytes[at] === OPEN_RECORD ? this.#readEvent(at) : NOT
      if (at < 0) return NOT
      at = afterSpace(bytes, at)
      if (bytes[at] !== COMMA) return bytes[at] === CLOSE_LIST ? at + 1 : NOT
      at = afterSpace(bytes, at + 1)
    }
  }

  #readEvent(at: number): number {
    const type = this.#types.read(at)
    if (type === UNUSUAL) return NOT
    this.#stamp++
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
    this.#row = table.addEvent(type, 0)
    this.#at = Number.NaN
    this.#timestamp = NOT
    this.#hasId = false
    this.#messageId = NOT
    this.#ids.begin()
    const end = this.#readKeys(keys, at)
    if (end < 0 || !this.#readDeferred() || !this.#fill(slots)) return NOT
    table.eventAt[event] = this.#at
    return end
  }

  /** A second name counts where the first is absent, which shows at the end. */
  #readDeferred(): boolean {
    const isTimed = !Number.isNaN(this.#at) || (this.#timestamp >= 0 && this.#readTime(this.#timestamp) >= 0)
    return isTimed && (this.#hasId || this.#messageId < 0 || this.#ids.read(this.#messageId) >= 0)
  }

  #fill(slots: Layout['slots']): boolean {
    for (const slot of slots) if (slot.seen !== this.#stamp && !putUnknown(slot, this.#row)) return false
    return true
  }

  protected take(key: Key, at: number): number {
    const { c } = this
    if (key.role === 'other') return passValue(c, at)
    if (key.seen === this.#stamp) return NOT
    key.seen = this.#stamp
    switch (key.role) {
      case 'value':
        return this.#readProperty(key, at)
      case 'record':
        return c.bytes[at] === OPEN_RECORD && key.inside ? this.readRecord(key.inside, at) : passValue(c, at)
      case 'type':
        return this.#types.end < 0 ? passValue(c, at) : NOT
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
        return NOT
    }
  }

  #readProperty({ slot }: Key, at: number): number {
    if (slot === undefined || slot.seen === this.#stamp) return NOT
    slot.seen = this.#stamp
    return slot.read(this.c, at, slot, this.#row)
  }

  #readTime(at: number): number {
    const { c } = this
    const end = c.bytes[at] === QUOTE ? readInstant(c, at, this.#program.zone) : NOT
    if (end < 0) return this.#readOddTime(at)
    this.#at = c.number
    return end
  }

  /** Any other form of a time. */
  #readOddTime(at: number): number {
    const { bytes } = this.c
    const end = bytes[at] === QUOTE ? passValue(this.c, at) : NOT
    const parsed = end < 0 ? undefined : parseInstant(JSON.parse(textOf(bytes, at, end)), this.#program.zone)
    if (parsed === undefined || 'problem' in parsed) return NOT
    this.#at = parsed.ms
    return end
  }
}
