import type { Program } from '../program.ts'
import { type Calls, EventsReader } from './events.ts'
import { IdSpan } from './ids.ts'
import type { Key } from './keys.ts'
import { type Layout, leadLayout } from './layout.ts'
import { RecordReader } from './record.ts'
import { passValue } from './scan.ts'
import { putUnknown } from './slots.ts'
import { afterSpace, type Source } from './source.ts'
import type { LeadTable } from './table.ts'

const noRank = Number.MAX_SAFE_INTEGER

/** Reads a lead's object into the table. */
export class LeadReader extends RecordReader {
  readonly id = new IdSpan()
  readonly #table: LeadTable
  readonly #layout: Layout
  readonly #events: EventsReader
  readonly #found = new IdSpan()
  /** Of the key that `id` is from. */
  #rank = noRank

  constructor(c: Source, program: Program, table: LeadTable, idKeys: readonly string[], calls: Calls) {
    super(c)
    this.#table = table
    this.#layout = leadLayout(table, program.zone, idKeys)
    this.#events = new EventsReader(c, program, table, calls)
  }

  /** Between two batches, the table not yet being cleared: what was learned does not grow for ever. */
  refresh(): void {
    this.#events.refresh()
    for (const slot of this.#layout.slots) slot.refresh(this.#table.leads.count)
  }

  /** After a batch. */
  finish(): void {
    for (const slot of this.#layout.slots) slot.spellings.finish()
  }

  /** Adds the lead of a line as a row of the table. Gives the place of the line break. -1: nothing was added. */
  read(start: number): number {
    const table = this.#table
    const { events } = table
    this.stamp++
    this.#rank = noRank
    this.id.start = this.id.end = 0
    this.row = table.leads.add()
    const end = this.#readLine(start)
    if (end >= 0 && this.#fill()) return end
    table.leads.count--
    table.dropEvents(events)
    return -1
  }

  #readLine(start: number): number {
    const { bytes } = this.c
    const end = this.readRecord(this.#layout.keys, start)
    const at = end < 0 ? -1 : afterSpace(bytes, end)
    return at >= 0 && bytes[at] === 0x0a /* \n */ ? at : -1
  }

  #fill(): boolean {
    for (const slot of this.#layout.slots) if (slot.seen !== this.stamp && !putUnknown(slot, this.row)) return false
    return true
  }

  protected take(key: Key, at: number): number {
    const { c } = this
    if (key.role === 'other' && key.rank < 0) return passValue(c, at)
    if (key.seen === this.stamp || (key.rank >= 0 && !this.#readId(key.rank, at))) return -1
    key.seen = this.stamp
    switch (key.role) {
      case 'other':
        return passValue(c, at)
      case 'value':
        return this.readSlot(key, at)
      case 'record':
        return c.bytes[at] === 0x7b /* { */ && key.inside ? this.readRecord(key.inside, at) : passValue(c, at)
      case 'events':
        return this.#events.read(at)
      case 'type':
      case 'event':
      case 'at':
      case 'timestamp':
      case 'id':
      case 'messageId':
      case 'odd':
        return -1
    }
  }

  /** The value may also be an attribute's. False: it is an id in a form that is read the slow way. */
  #readId(rank: number, at: number): boolean {
    if (rank > this.#rank) return true
    const found = this.#found
    if (found.read(this.c, at) < 0) return false
    if (found.end === found.start) return true
    this.#rank = rank
    this.id.start = found.start
    this.id.end = found.end
    return true
  }
}
