import { readId } from '../lead/events.ts'
import { type Lead, readLead } from '../lead/lead.ts'
import type { Program } from '../program.ts'
import type { Issue } from '../result.ts'
import type { Columns } from './columns.ts'
import { EventWriter } from './events.ts'
import { isPlain, isPolluted, isSafe, type Key, keyOf, type Plain, valueAt } from './plain.ts'
import { type Writer, writerOf } from './writers.ts'

/**
 * Reads the data of one lead after the other into columns of one lead, which are used again: with the same values and
 * issues as `readLead`. Usual data without anything to report is read here; everything else `readLead` reads.
 */
export class LeadReader {
  /** Of the lead that was read last. */
  id: string | null = null
  issues: readonly Issue[] = []
  columns: Columns
  private readonly program: Program
  private readonly attributes: readonly { readonly key: Key; readonly writer: Writer }[]
  private readonly events: EventWriter
  private readonly isSafe: boolean
  private isRenewed = false
  private readonly from = new Int32Array(2)

  constructor(program: Program) {
    const renewed = () => {
      this.isRenewed = true
    }
    this.program = program
    this.attributes = program.attributes.map(one => ({
      key: keyOf(one.key),
      writer: writerOf(one, program.zone, renewed),
    }))
    this.events = new EventWriter(program, renewed)
    this.columns = this.columnsNow()
    const keys = [...program.attributes, ...program.events.flatMap(({ properties }) => properties)]
    this.isSafe = keys.every(({ key }) => isSafe(keyOf(key)))
  }

  /** Never throws, whatever the data. */
  read(data: unknown): void {
    this.begin()
    if (!this.readQuickly(data)) {
      this.begin()
      this.store(readLead(this.program, data))
    }
    this.from[1] = this.events.count
    if (this.isRenewed) this.columns = this.columnsNow()
    this.isRenewed = false
  }

  private begin(): void {
    this.issues = []
    this.events.clear()
    this.events.forget()
    for (let i = 0; i < this.attributes.length; i++) this.attributes[i]?.writer.forget()
  }

  private columnsNow(): Columns {
    const attributes = this.attributes.map(({ writer }) => writer.column)
    return { count: 1, attributes, events: this.events.columns(this.from) }
  }

  private readQuickly(data: unknown): boolean {
    try {
      return this.isSafe && isPlain(data) && !isPolluted() && this.putAttributes(data) && this.putEvents(data)
    } catch {
      return false
    }
  }

  private putAttributes(data: Plain): boolean {
    const { attributes } = this
    for (let i = 0; i < attributes.length; i++) {
      const { key, writer } = attributes[i] as (typeof attributes)[number]
      if (!writer.put(0, valueAt(data, key))) return false
    }
    this.id = readId(data.id)
    return true
  }

  private putEvents({ events }: Plain): boolean {
    if (events === undefined || events === null) return true
    return Array.isArray(events) && this.events.put(events)
  }

  private store({ id, attributes, events, issues }: Lead): void {
    this.id = id
    this.issues = issues
    for (const [index, { writer }] of this.attributes.entries()) writer.store(0, attributes[index] ?? null)
    this.events.store(events)
  }
}
