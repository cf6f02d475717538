import type { Columns } from '../columns/columns.ts'
import { EventWriter } from '../columns/events.ts'
import { Writer } from '../columns/writer.ts'
import { readLead } from '../lead/lead.ts'
import type { Model } from '../model.ts'
import type { Program } from '../program.ts'
import type { Issue } from '../result.ts'

/** Leads in columns, to be scored as often as wanted. */
export interface LeadColumns extends Columns {
  readonly ids: readonly (string | null)[]
  /** Of the leads that have any. */
  readonly issues: ReadonlyMap<number, readonly Issue[]>
}

/** Leads as arrays: entry i of each is of lead i. What is absent, null or NaN is unknown. */
export interface LeadArrays {
  /** By the key of an attribute in the data. Dates are texts, Date objects or, in a Float64Array, milliseconds since 1970 UTC. */
  readonly attributes: Readonly<Record<string, ArrayLike<unknown>>>
  readonly ids?: ArrayLike<string | number | null>
  readonly events?: EventArrays
}

/** Events as arrays: entry i of each is of event i, in any order. */
export interface EventArrays {
  /** The lead that it is of: its place in the arrays of the leads. */
  readonly lead: ArrayLike<number>
  readonly type: ArrayLike<string>
  /** As dates among the attributes. */
  readonly at: ArrayLike<unknown>
  readonly id?: ArrayLike<string | number | null>
  readonly properties?: Readonly<Record<string, ArrayLike<unknown>>>
}

/**
 * Reads leads into columns, with the values and issues that `model.score` finds in each: from objects, as `model.score` takes
 * them, or from arrays.
 * @throws RangeError where the arrays differ in length, or an event is of no lead.
 */
export function columnsOf({ program }: Pick<Model, 'program'>, leads: readonly unknown[] | LeadArrays): LeadColumns {
  const objects = Array.isArray(leads) ? leads : objectsOf(program, leads as LeadArrays)
  return new ColumnWriter(program, objects.length).write(objects)
}

class ColumnWriter {
  readonly #program: Program
  readonly #attributes: readonly Writer[]
  readonly #events: EventWriter
  readonly #from: Int32Array
  readonly #ids: (string | null)[] = []
  readonly #issues = new Map<number, readonly Issue[]>()

  constructor(program: Program, count: number) {
    // Nothing is ever forgotten here, and the columns are made when all is written.
    const changes = { renewed: false, full: false }
    this.#program = program
    this.#attributes = program.attributes.map(attribute => new Writer(attribute, program.zone, changes))
    this.#events = new EventWriter(program, changes)
    this.#from = new Int32Array(count + 1)
    for (const writer of this.#attributes) writer.grow(count)
  }

  write(leads: readonly unknown[]): LeadColumns {
    leads.forEach((data, row) => {
      this.#store(data, row)
    })
    const attributes = this.#attributes.map(({ column }) => column)
    const events = this.#events.columns(this.#from)
    return { count: leads.length, attributes, events, ids: this.#ids, issues: this.#issues }
  }

  #store(data: unknown, row: number): void {
    const { id, attributes, events, issues } = readLead(this.#program, data)
    this.#ids.push(id)
    if (issues.length > 0) this.#issues.set(row, issues)
    this.#attributes.forEach((writer, i) => {
      writer.store(row, attributes[i] ?? null)
    })
    this.#events.store(events)
    this.#from[row + 1] = this.#events.count
  }
}

type Data = Record<string, unknown>

/** Each lead as the object that the arrays stand for. */
function objectsOf({ attributes }: Program, { attributes: arrays, ids, events }: LeadArrays): readonly Data[] {
  const known = attributes.filter(({ key }) => arrays[key] !== undefined)
  const count = lengthOf({ ...arrays, ...(ids && { ids }) })
  const leads = Array.from({ length: count }, (_, i) => {
    const values = known.map(({ key, type }) => [
      key,
      valueAt(arrays[key] as ArrayLike<unknown>, i, type.kind === 'date'),
    ])
    return Object.fromEntries([...values, ['id', ids?.[i]], ['events', []]])
  })
  if (events) distribute(events, leads)
  return leads
}

function distribute({ lead, type, at, id, properties = {} }: EventArrays, leads: readonly Data[]): void {
  const count = lengthOf({ lead, type, at, ...(id && { id }), ...properties })
  for (let i = 0; i < count; i++) {
    const owner = leads[lead[i] as number] as { events: unknown[] } | undefined
    if (!owner) throw new RangeError(`Event ${i} is of lead ${lead[i]}, and there are ${leads.length} leads.`)
    const values = Object.keys(properties).map(key => [key, valueAt(properties[key] as ArrayLike<unknown>, i, false)])
    owner.events.push({ type: type[i], at: valueAt(at, i, true), id: id?.[i], properties: Object.fromEntries(values) })
  }
}

/** In arrays of numbers alone NaN is all that unknown can be, and a number all that a date can be. */
function valueAt(array: ArrayLike<unknown>, i: number, isDate: boolean): unknown {
  const value = array[i]
  if (!ArrayBuffer.isView(array)) return value
  return Number.isNaN(value) ? null : isDate ? new Date(value as number) : value
}

function lengthOf(arrays: Readonly<Record<string, ArrayLike<unknown>>>): number {
  const [first, ...others] = Object.entries(arrays)
  const odd = others.find(([, array]) => array.length !== first?.[1].length)
  if (!first || !odd) return first?.[1].length ?? 0
  throw new RangeError(`\`${odd[0]}\` has ${odd[1].length} entries, but \`${first[0]}\` has ${first[1].length}.`)
}
