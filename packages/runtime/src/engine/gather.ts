import { wholeBillionths } from '../kernel/points.ts'
import type { Case, EventSet, Rule } from '../program.ts'
import type { Compiler } from './compiler.ts'
import { Factors } from './factors.ts'
import { Field } from './field.ts'
import { type Candidate, candidateOf, type Heard, heardBy, type Listener, type Other, SILENCE } from './listeners.ts'
import { type Local, localOf } from './local.ts'
import type { Bound, View } from './view.ts'
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
  readonly touched: number[] = []
  /** By tally; good where it was touched. */
  readonly sums: number[] = []
  /** Whether a sum may have been rounded: then those of the rules are not good. */
  rounded = false
  private readonly compiler: Compiler
  private readonly factors = new Factors()
  private readonly listeners: Listener[][]
  /** By event type. */
  private fields: readonly (readonly Field<Heard>[])[] = []
  private readonly turns: number[] = []
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
    for (const [type, branch] of local) this.listeners[type]?.push({ tally, branch, ...gives })
    return tally
  }

  /** To be called when all are listening. */
  begin(): void {
    this.fields = this.listeners.map((listeners, type) => this.fieldsOf(type, listeners))
  }

  private fieldsOf(type: number, listeners: readonly Listener[]): readonly Field<Heard>[] {
    const byFeature = new Map<number | undefined, Candidate[]>()
    for (const listener of listeners) {
      const candidate = candidateOf(type, listener, this.compiler)
      const others = byFeature.get(candidate.feature)
      if (others) others.push(candidate)
      else byFeature.set(candidate.feature, [candidate])
    }
    return [...byFeature].map(([feature, candidates]) => this.fieldOf(type, feature, candidates))
  }

  private fieldOf(type: number, feature: number | undefined, candidates: readonly Candidate[]): Field<Heard> {
    const make = (view: View, event: number) => {
      const heard = heardBy(candidates, this.compiler, this.factors, view, event)
      for (const whole of heard.whole) this.largest = Math.max(this.largest, Math.abs(whole))
      return heard
    }
    const name = feature === undefined ? undefined : this.compiler.features.propertyOf(feature)
    const place = name === undefined ? undefined : this.compiler.propertiesNamed(name)[type]
    return new Field(feature, place?.place ?? -1, place?.numeric ?? false, this.compiler, make)
  }

  /** To be called when the columns are others. */
  bind({ properties }: View): void {
    this.fields.forEach((fields, type) => {
      for (const field of fields) if (field.column >= 0) field.bind(properties[type]?.[field.column] as Bound)
    })
  }

  /** Goes through the events of the row. */
  run(view: View): void {
    this.touched.length = 0
    this.magnitude = 0
    this.factors.strange = false
    const { type, row } = view.columns.events
    for (let event = view.first; event < view.end; event++) {
      const fields = this.fields[type[event] as number] as readonly Field<Heard>[]
      for (let i = 0; i < fields.length; i++) {
        const heard = (fields[i] as Field<Heard>).at(row[event] as number, view, event)
        if (heard !== SILENCE) this.add(heard, view, event)
      }
    }
    this.turn = view.turn
    const steady = this.largest * (view.end - view.first)
    this.rounded = this.factors.strange || steady + this.magnitude >= EXACT
  }

  private add(heard: Heard, view: View, event: number): void {
    const age = view.now - (view.columns.events.at[event] as number)
    this.factors.turnTo(event, view.turn)
    this.addSteady(heard, view, age)
    for (let i = 0; i < heard.others.length; i++) this.addOther(heard.others[i] as Other, view, event, age)
  }

  private addSteady({ tallies, atLeast, below, amounts, whole, factors }: Heard, view: View, age: number): void {
    for (let i = 0; i < tallies.length; i++) {
      if (age < (atLeast[i] as number) || age >= (below[i] as number)) continue
      const factor = factors[i] as number
      const billionths =
        factor < 0
          ? (whole[i] as number)
          : Math.floor((amounts[i] as number) * this.factors.at(factor, view, age) * 1e9 + 0.5)
      this.count(tallies[i] as number, billionths, view.turn)
    }
  }

  private addOther({ tally, branch, since, rest, points }: Other, view: View, event: number, age: number): void {
    if (age < branch.atLeast || age >= branch.below) return
    for (let i = 0; i < since.length; i++)
      if (view.now - age < (since[i] as Other['since'][number]).latest(view)) return
    if (rest(view, event) !== true) return
    const given = points(view, event) as number
    if (Number.isNaN(given)) return
    const billionths = wholeBillionths(given)
    this.magnitude += Math.abs(billionths)
    this.count(tally, billionths, view.turn)
  }

  private count(tally: number, billionths: number, turn: number): void {
    if (this.turns[tally] === turn) {
      this.sums[tally] = (this.sums[tally] as number) + billionths
      return
    }
    this.turns[tally] = turn
    this.sums[tally] = billionths
    this.touched.push(tally)
  }
}
