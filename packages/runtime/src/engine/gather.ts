import { wholeBillionths } from '../kernel/points.ts'
import type { Case, EventSet, Rule } from '../program.ts'
import type { Compiler } from './compiler.ts'
import { Factors } from './factors.ts'
import { Field } from './field.ts'
import { Candidate, type Cell, cellAt, type Listener, SILENCE } from './listeners.ts'
import { type Local, localOf } from './local.ts'
import { Loud } from './loud.ts'
import { Sieve } from './sieve.ts'
import type { Bound, Read, View } from './view.ts'
import { EXACT } from './worth.ts'

/** A billionth for each event is a count of them. */
const COUNTED: readonly Case[] = [{ text: '', points: { op: 'const', value: 1e-9 }, reads: [] }]

/**
 * One pass over a row's events for all rules and counts whose sets are told event by event. An event is looked up by its
 * type and by its properties, so that it meets what it matches, and not all that there is.
 *
 * Each rule or count has a tally, in whole billionths of points.
 */
export class Gather {
  /** The tallies that this row's events touched. */
  touched = new Int32Array(0)
  count = 0
  /** By tally; good where it was touched. */
  sums = new Float64Array(0)
  /** Whether a sum may have been rounded: then those of the rules are not good. */
  rounded = false
  private readonly compiler: Compiler
  private readonly factors = new Factors()
  private readonly listeners: Listener[][]
  /** By event type the first of its fields. */
  private fields: readonly (Field<Cell> | undefined)[] = []
  private loud: Loud = new Loud([])
  /** By tally, the row that touched it last. */
  private turns = new Float64Array(0)
  private tallies = 0
  /** The row of which all events were gone through. */
  private turn = 0
  /** Of the amounts that stand in columns, and of all that this row added otherwise; in billionths. */
  private largest = 0
  private magnitude = 0

  constructor(compiler: Compiler) {
    this.compiler = compiler
    this.listeners = compiler.program.events.map(() => [])
  }

  /** The tally of a rule, or nothing where its set cannot be told event by event. */
  hear({ on, cases }: Rule): number | undefined {
    const set = on?.steps.at(-1)?.set
    const local = set && localOf(set, this.compiler.program)
    return local && this.listen(local, { cases, on })
  }

  /** Has the events of a set counted on the way, where they can be. */
  hearCount(set: EventSet): void {
    const local = this.compiler.counters.has(set) ? undefined : localOf(set, this.compiler.program)
    if (!local) return
    const tally = this.listen(local, { cases: COUNTED, on: {} })
    const counted = (view: View) => (this.turns[tally] === view.turn ? (this.sums[tally] as number) : 0)
    const { compiler } = this
    compiler.counters.set(set, view => (this.turn === view.turn ? counted(view) : compiler.list(set).in(view).count))
  }

  private listen(local: Local, gives: Pick<Listener, 'cases' | 'on'>): number {
    const tally = this.tallies++
    local.forEach((branch, type) => {
      this.listeners[type]?.push({ tally, branch, ...gives })
    })
    return tally
  }

  /** To be called when all are listening. */
  begin(): void {
    this.sums = new Float64Array(this.tallies)
    this.turns = new Float64Array(this.tallies)
    this.touched = new Int32Array(this.tallies)
    this.fields = this.listeners.map((listeners, type) => linked(this.fieldsOf(type, listeners)))
    this.loud = new Loud(this.fields)
  }

  private fieldsOf(type: number, listeners: readonly Listener[]): readonly Field<Cell>[] {
    const byFeature = new Map<number | undefined, Sieve<Candidate>>()
    for (const listener of listeners) {
      const candidate = new Candidate(type, listener, this.compiler)
      const sieve = byFeature.get(candidate.feature) ?? new Sieve(this.compiler)
      sieve.add(candidate, candidate.parted.decided)
      byFeature.set(candidate.feature, sieve)
    }
    return [...byFeature].map(([feature, sieve]) => this.fieldOf(type, feature, sieve))
  }

  private fieldOf(type: number, feature: number | undefined, sieve: Sieve<Candidate>): Field<Cell> {
    const make = (view: View, event: number) => {
      const heard = cellAt(sieve, view, event, this.factors)
      this.largest = Math.max(this.largest, heard.largest)
      return heard
    }
    const name = feature === undefined ? undefined : this.compiler.features.propertyOf(feature)
    const place = name === undefined ? undefined : this.compiler.propertiesNamed(name)[type]
    return new Field(feature, place?.place ?? -1, place?.numeric ?? false, this.compiler, make)
  }

  /** To be called when the columns are others. */
  bind({ properties }: View): void {
    this.fields.forEach((first, type) => {
      for (let field = first; field; field = field.next)
        if (field.column >= 0) field.bind(properties[type]?.[field.column] as Bound)
    })
    this.loud.bind()
  }

  /** Goes through the events of the row. */
  run(view: View): void {
    this.count = 0
    this.magnitude = 0
    this.factors.strange = false
    const count = this.loud.listen(view)
    const { events } = this.loud
    for (let i = 0; i < count; i++) this.hearEvent(events[i] as number, view)
    this.turn = view.turn
    const steady = this.largest * (view.end - view.first)
    this.rounded = this.factors.strange || steady + this.magnitude >= EXACT
  }

  private hearEvent(event: number, view: View): void {
    const type = view.type[event] as number
    const place = view.place[event] as number
    for (let field = this.fields[type]; field !== undefined; field = field.next) {
      const heard = field.at(place, view, event)
      if (heard !== SILENCE) this.add(heard, view, event)
      else this.loud.silence(type, place)
    }
  }

  private add({ count, places, numbers, odd }: Cell, view: View, event: number): void {
    const age = view.now - (view.at[event] as number)
    this.factors.turnTo(event, view.turn)
    for (let i = 0; i < count; i++) {
      const n = 5 * i
      if (age < (numbers[n] as number) || age >= (numbers[n + 1] as number)) continue
      const column = places[3 * i + 2] as number
      if (column >= 0) {
        const number = numberAt(column, view, event)
        if (!(number >= (numbers[n + 2] as number) && number <= (numbers[n + 3] as number))) continue
      }
      const more = odd[i]
      if (more !== undefined && more.test !== undefined && more.test(view, event) !== true) continue
      const tally = places[3 * i] as number
      const factor = places[3 * i + 1] as number
      const amount = numbers[n + 4] as number
      if (more !== undefined && more.points !== undefined) this.ask(tally, more.points, view, event)
      else this.tell(tally, factor < 0 ? amount : this.decayed(amount, factor, view, age), view.turn)
    }
  }

  /** In billionths, as `wholeBillionths` rounds. */
  private decayed(amount: number, factor: number, view: View, age: number): number {
    return Math.floor(amount * this.factors.at(factor, view, age) * 1e9 + 0.5)
  }

  private ask(tally: number, points: Read, view: View, event: number): void {
    const given = points(view, event) as number
    if (Number.isNaN(given)) return
    const billionths = wholeBillionths(given)
    this.magnitude += Math.abs(billionths)
    this.tell(tally, billionths, view.turn)
  }

  private tell(tally: number, billionths: number, turn: number): void {
    if (this.turns[tally] === turn) {
      this.sums[tally] = (this.sums[tally] as number) + billionths
      return
    }
    this.turns[tally] = turn
    this.sums[tally] = billionths
    this.touched[this.count++] = tally
  }
}

function numberAt(column: number, { properties, type, place }: View, event: number): number {
  const columns = properties[type[event] as number] as readonly Bound[]
  return (columns[column] as Bound).numbers[place[event] as number] as number
}

/** Each with the one after it, which is quicker to go through than a list. */
function linked<C>(fields: readonly Field<C>[]): Field<C> | undefined {
  fields.forEach((field, i) => {
    field.next = fields[i + 1]
  })
  return fields[0]
}
