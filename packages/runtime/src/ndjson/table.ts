import type { Columns } from '../columns/columns.ts'
import type { Lead } from '../lead/lead.ts'
import type { Attribute, Program, Value } from '../program.ts'
import { Field, grownCodes, grownNumbers } from './field.ts'

/** Fields of equal length: the attributes of leads, or the properties of events of one type. */
export class Rows {
  readonly fields: readonly Field[]
  count = 0
  #capacity = 0

  constructor(attributes: readonly Attribute[]) {
    this.fields = attributes.map(attribute => new Field(attribute))
  }

  /** A new row, its values still to be put. */
  add(): number {
    if (this.count === this.#capacity) this.#grow()
    return this.count++
  }

  put(values: readonly Value[]): void {
    const row = this.add()
    for (const [index, field] of this.fields.entries()) field.put(row, values[index] ?? null)
  }

  #grow(): void {
    this.#capacity = Math.max(64, this.#capacity * 2)
    for (const field of this.fields) field.grow(this.#capacity)
  }
}

/** Leads in columns that grow. Filled, scored, cleared and filled again: memory is that of the largest filling. */
export class LeadTable {
  readonly leads: Rows
  /** By event type. */
  readonly types: readonly Rows[]
  #from = new Int32Array(64)
  eventType = new Int32Array(64)
  eventAt = new Float64Array(64)
  eventRow = new Int32Array(64)
  events = 0

  constructor(program: Program) {
    this.leads = new Rows(program.attributes)
    this.types = program.events.map(({ properties }) => new Rows(properties))
  }

  /** Adds an event of the lead at hand. Gives its row among those of its type. */
  addEvent(type: number, at: number): number {
    if (this.events === this.eventAt.length) this.#growEvents()
    const rows = this.types[type] as Rows
    const row = rows.add()
    this.eventType[this.events] = type
    this.eventAt[this.events] = at
    this.eventRow[this.events] = row
    this.events++
    return row
  }

  /** Takes away the events from this one on, which were added last. */
  dropEvents(from: number): void {
    while (this.events > from) (this.types[this.eventType[--this.events] as number] as Rows).count--
  }

  /** After the last event of the last lead that was added to `leads`. */
  endLead(): void {
    const { count } = this.leads
    if (count === this.#from.length) this.#from = grownCodes(this.#from, count * 2)
    this.#from[count] = this.events
  }

  /** All but its end. */
  append(lead: Lead): void {
    this.leads.put(lead.attributes)
    for (const { type, at, properties } of lead.events) {
      const row = this.addEvent(type, at)
      for (const field of (this.types[type] as Rows).fields) {
        field.put(row, properties.get(field.attribute.name) ?? null)
      }
    }
  }

  clear(): void {
    this.leads.count = 0
    this.events = 0
    for (const rows of this.types) rows.count = 0
  }

  /** Of what was added since `clear`; they change with the next filling. */
  columns(): Columns {
    return {
      count: this.leads.count,
      attributes: this.leads.fields.map(field => field.column()),
      events: {
        from: this.#from,
        type: this.eventType,
        at: this.eventAt,
        row: this.eventRow,
        properties: this.types.map(({ fields }) => fields.map(field => field.column())),
      },
    }
  }

  #growEvents(): void {
    const capacity = this.events * 2
    this.eventType = grownCodes(this.eventType, capacity)
    this.eventAt = grownNumbers(this.eventAt, capacity)
    this.eventRow = grownCodes(this.eventRow, capacity)
  }
}
