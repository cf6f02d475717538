import { readId } from '../lead/events.ts'
import { type Lead, readLead } from '../lead/lead.ts'
import type { Program } from '../program.ts'
import type { Issue } from '../result.ts'
import type { Changes } from './changes.ts'
import type { Columns } from './columns.ts'
import { EventWriter } from './events.ts'
import type { Needs } from './needs.ts'
import { isInherited, isPlain, isPolluted, isSafe, type Key, keyOf, type Plain, valueAlong } from './plain.ts'
import { Shapes } from './shapes.ts'
import { Writer } from './writer.ts'

/** What is to be done when the values of a lead's keys were written. */
interface LeadPlan {
  readonly hasId: boolean
  readonly hasEvents: boolean
  /** Attributes that are read for themselves: the key is missing, may be a path, or another attribute has it, too. */
  readonly others: readonly { readonly key: Key; readonly isThere: boolean; readonly writer: Writer }[]
}

interface AttributeReader {
  readonly key: Key
  readonly writer: Writer
}

const NO_ISSUES: readonly Issue[] = []

/**
 * Reads the data of one lead after the other into columns of one lead, which are used again: with the same values and
 * issues as `readLead`. Usual data without anything to report is read here; everything else `readLead` reads.
 *
 * Where it is told what is needed, columns of other attributes mean nothing, and events that do not matter are left out.
 */
export class LeadReader {
  /** Of the lead that was read last. */
  id: string | null = null
  issues: readonly Issue[] = []
  /** Whether all of it was read; else its issues are not known. */
  isWhole = true
  columns: Columns
  private readonly program: Program
  private readonly needs: (() => Needs) | undefined
  private readonly attributes: readonly AttributeReader[]
  /** Those that are needed. */
  private wanted: readonly AttributeReader[]
  private readonly events: EventWriter
  private shapes: Shapes<LeadPlan>
  private readonly isSafe: boolean
  private readonly changes: Changes = { renewed: false, full: false }
  private readonly from = new Int32Array(2)
  /** How many were read for what is needed. */
  private leads = 0

  constructor(program: Program, needs?: () => Needs) {
    const { attributes, events, zone } = program
    this.program = program
    this.needs = needs
    this.attributes = attributes.map(one => ({ key: keyOf(one.key), writer: new Writer(one, zone, this.changes) }))
    this.wanted = this.attributes
    this.events = new EventWriter(program, this.changes)
    this.shapes = this.newShapes()
    this.columns = this.columnsNow()
    this.isSafe =
      attributes.every(({ key }) => isSafe(keyOf(key))) &&
      events.every(({ properties }) => properties.every(({ key }) => isSafe(keyOf(key)) && !isInherited(key)))
  }

  /** Never throws, whatever the data. */
  read(data: unknown): this {
    this.begin()
    if (this.needs && this.leads++ === 1) this.narrow(this.needs())
    this.isWhole = this.leads <= 1
    if (!this.readQuickly(data)) {
      this.begin()
      this.isWhole = true
      this.store(readLead(this.program, data))
    }
    return this.end()
  }

  /** The same of a lead that was read already. */
  take(lead: Lead): this {
    this.begin()
    this.store(lead)
    return this.end()
  }

  /** The first lead is read whole, as it takes a while to find out what is needed. */
  private narrow(needs: Needs): void {
    this.wanted = this.attributes.filter((_, i) => needs.attributes[i])
    this.shapes = this.newShapes()
    this.events.narrow(this.program, needs.events)
  }

  private end(): this {
    this.from[1] = this.events.count
    if (this.changes.renewed) this.columns = this.columnsNow()
    this.changes.renewed = false
    return this
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

  private newShapes(): Shapes<LeadPlan> {
    const simple = this.wanted.filter(({ key }) => !key.path)
    const writers = new Map(simple.map(({ key, writer }) => [key.flat, writer]))
    return new Shapes(keys => this.planOf(keys, writers), writers, this.changes)
  }

  private planOf(keys: readonly string[], writers: ReadonlyMap<string, Writer>): LeadPlan {
    const others = this.wanted
      .map(({ key, writer }) => ({ key, writer, isThere: keys.includes(key.flat) }))
      .filter(({ key, writer, isThere }) => !isThere || writers.get(key.flat) !== writer)
    return { hasId: keys.includes('id'), hasEvents: keys.includes('events'), others }
  }

  private put(data: Plain): boolean {
    const plan = this.shapes.read(data)
    if (!plan) return false
    const { others } = plan
    for (let i = 0; i < others.length; i++) {
      const { key, writer, isThere } = others[i] as LeadPlan['others'][number]
      const raw = isThere ? data[key.flat] : undefined
      if (!writer.put(0, raw === undefined && key.path ? valueAlong(key.path, data) : raw)) return false
    }
    this.id = plan.hasId ? readId(data.id) : null
    return !plan.hasEvents || this.putEvents(data.events)
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
