import { readId } from '../lead/events.ts'
import { type Lead, readLead } from '../lead/lead.ts'
import type { Program } from '../program.ts'
import type { Issue } from '../result.ts'
import type { Changes } from './changes.ts'
import type { Columns } from './columns.ts'
import { EventWriter } from './events.ts'
import { isPlain, isPolluted, isSafe, type Key, keyOf, type Plain, valueAlong } from './plain.ts'
import { placeOf, Shapes } from './shapes.ts'
import { Writer } from './writer.ts'

/** Where the values of a lead stand among those that were read. */
interface LeadPlan {
  readonly id: number
  readonly events: number
  readonly attributes: readonly number[]
}

const NO_ISSUES: readonly Issue[] = []

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
  private readonly shapes: Shapes<LeadPlan>
  private readonly isSafe: boolean
  private readonly changes: Changes = { renewed: false, full: false }
  private readonly from = new Int32Array(2)

  constructor(program: Program) {
    const { attributes, events, zone } = program
    this.program = program
    this.attributes = attributes.map(one => ({ key: keyOf(one.key), writer: new Writer(one, zone, this.changes) }))
    this.events = new EventWriter(program, this.changes)
    this.shapes = new Shapes(keys => this.planOf(keys), this.changes)
    this.columns = this.columnsNow()
    this.isSafe = [...attributes, ...events.flatMap(type => type.properties)].every(({ key }) => isSafe(keyOf(key)))
  }

  /** Never throws, whatever the data. */
  read(data: unknown): void {
    this.begin()
    if (!this.readQuickly(data)) {
      this.begin()
      this.store(readLead(this.program, data))
    }
    this.end()
  }

  /** The same of a lead that was read already. */
  take(lead: Lead): void {
    this.begin()
    this.store(lead)
    this.end()
  }

  private end(): void {
    this.from[1] = this.events.count
    if (this.changes.renewed) this.columns = this.columnsNow()
    this.changes.renewed = false
  }

  private begin(): void {
    this.issues = NO_ISSUES
    this.events.clear()
    if (this.changes.full) this.forget()
  }

  private forget(): void {
    this.shapes.forget()
    this.events.forget()
    for (const { writer } of this.attributes) writer.forget()
    this.changes.full = false
  }

  private columnsNow(): Columns {
    const attributes = this.attributes.map(({ writer }) => writer.column)
    return { count: 1, attributes, events: this.events.columns(this.from) }
  }

  private readQuickly(data: unknown): boolean {
    try {
      return this.isSafe && isPlain(data) && !isPolluted() && this.put(data)
    } catch {
      return false
    }
  }

  private planOf(keys: readonly string[]): LeadPlan {
    const attributes = this.attributes.map(({ key }) => placeOf(key.flat, keys))
    return { id: placeOf('id', keys), events: placeOf('events', keys), attributes }
  }

  private put(data: Plain): boolean {
    const { id, events, attributes } = this.shapes.read(data)
    const { values } = this.shapes
    for (let i = 0; i < attributes.length; i++) {
      const { key, writer } = this.attributes[i] as LeadReader['attributes'][number]
      let raw = values[attributes[i] as number]
      if (raw === undefined && key.path) raw = valueAlong(key.path, data)
      if (!writer.put(0, raw)) return false
    }
    this.id = readId(values[id])
    return this.putEvents(values[events])
  }

  private putEvents(events: unknown): boolean {
    if (events === undefined || events === null) return true
    return Array.isArray(events) && this.events.put(events)
  }

  private store({ id, attributes, events, issues }: Lead): void {
    this.id = id
    this.issues = issues
    for (let i = 0; i < this.attributes.length; i++) this.attributes[i]?.writer.store(0, attributes[i] ?? null)
    this.events.store(events)
  }
}
