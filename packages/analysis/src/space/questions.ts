/** All that a program asks about leads and their events, with whatever it is that each condition is about. */
import type { Block, Condition, EventSet, Expr, ExprOf, Program, Rule } from '@merit-lang/runtime'
import { Asked } from './asked.ts'
import { type Kind, kindsIn } from './kinds.ts'
import { Reading, type Subject } from './reads.ts'
import { isTest, type Kinds, NO_EVENT, visitParts, visitSet, type Walking } from './visits.ts'

/** What is asked about events of one type, or about the moment of a date. */
export interface AskedOfEvents {
  /** By name, also where the type has none of that name. */
  readonly properties: ReadonlyMap<string, Asked>
  readonly time: Asked
  /** Whole conditions, also those that read more than events. */
  readonly conditions: ReadonlySet<Expr>
  /** Ages in milliseconds at which events come into windows or leave them. */
  readonly windows: ReadonlySet<number>
}

export interface Questions {
  /** By index; absent for attributes that nothing reads and that leads may lack. */
  readonly attributes: ReadonlyMap<number, Asked>
  readonly events: ReadonlyMap<Kind, AskedOfEvents>
}

export function questionsOf(program: Program): Questions {
  const walk = new Walk(program)
  for (const score of program.scores) {
    if (score.kind === 'rules') walk.block(score.block)
    else walk.values([score.formula, score.cap, score.floor])
  }
  for (const grade of program.grades) if (grade.kind === 'cases') for (const one of grade.cases) walk.whole(one.when)
  for (const line of program.stages.flatMap(({ lines }) => lines)) {
    walk.whole(line.when)
    walk.values([line.at?.threshold, line.until])
  }
  for (const { when } of program.disqualifications) walk.whole(when)
  for (const { condition, given } of program.promises) {
    walk.whole(condition)
    walk.whole(given)
  }
  walk.required()
  return walk
}

class OfEvents implements AskedOfEvents {
  readonly properties = new Map<string, Asked>()
  readonly time = new Asked()
  readonly windows = new Set<number>()
  readonly conditions = new Set<Expr>()

  property(name: string): Asked {
    return entry(this.properties, name, () => new Asked())
  }
}

class Walk implements Questions, Walking {
  readonly attributes = new Map<number, Asked>()
  readonly events = new Map<Kind, OfEvents>()
  readonly program: Program
  readonly kindsOf: (set: EventSet) => Kinds
  private readonly reading: Reading
  private readonly met = new Set<unknown>()

  constructor(program: Program) {
    this.program = program
    this.reading = new Reading(program)
    this.kindsOf = kindsIn(program)
  }

  /** What leads and events must have is part of them, whether anything reads it or not. */
  required(): void {
    const { attributes, events } = this.program
    for (const [index, { required }] of attributes.entries()) if (required) this.attribute(index)
    for (const [kind, asked] of this.events)
      for (const { name, required } of events[kind]?.properties ?? []) if (required) asked.property(name)
  }

  block({ when, items, multipliers, cap, floor }: Block): void {
    this.whole(when)
    for (const item of items) item.kind === 'rule' ? this.rule(item) : this.block(item)
    for (const multiplier of multipliers) this.whole(multiplier.when)
    this.values([cap, floor])
  }

  private rule({ when, on, cases, cap, floor }: Rule): void {
    this.whole(when)
    for (const { set } of on?.steps ?? []) this.set(set)
    const counted = on?.steps.at(-1)?.set
    const kinds = counted ? this.kindsOf(counted) : NO_EVENT
    for (const one of cases) {
      this.whole(one.when, kinds)
      this.value(one.points, kinds)
    }
    if (on?.decay) this.value(on.decay.points, kinds)
    this.values([cap, floor])
  }

  /** Explanations ask each comparison by itself. */
  whole(condition: Condition | undefined, kinds = NO_EVENT): void {
    if (!condition) return
    this.ask(condition.expr, kinds)
    for (const part of condition.parts) this.ask(part.holds, kinds)
  }

  ask(condition: Expr, kinds: Kinds): void {
    for (const kind of kinds) this.of(kind).conditions.add(condition)
    this.condition(condition, kinds)
  }

  values(values: readonly (Expr | undefined)[]): void {
    for (const value of values) if (value) this.value(value, NO_EVENT)
  }

  condition(e: Expr, kinds: Kinds): void {
    const subject = this.decidedBy(e, kinds)
    if (subject) for (const asked of this.askedOf(subject, kinds)) asked.add(e, this.program)
    else if (e.op === 'value') this.definition(e.index, 'condition')
    else if (e.op === 'not') this.condition(e.of, kinds)
    else if (e.op === 'and' || e.op === 'or') for (const part of e.of) this.condition(part, kinds)
    else if (e.op === 'choose') this.choice(e, 'condition', kinds)
    else visitParts(e, this, kinds)
  }

  value(e: Expr, kinds: Kinds): void {
    if (isTest[e.op]) this.ask(e, kinds)
    else visitParts(e, this, kinds)
  }

  choice({ cases, otherwise }: ExprOf<'choose'>, as: 'condition' | 'value', kinds: Kinds): void {
    for (const one of cases) {
      this.ask(one.when, kinds)
      this[as](one.then, kinds)
    }
    this[as](otherwise, kinds)
  }

  definition(index: number, as: 'condition' | 'value'): void {
    if (this.isNew(`${as} ${index}`)) this[as](this.program.values[index] as Expr, NO_EVENT)
  }

  set(set: EventSet): void {
    if (this.isNew(set)) visitSet(set, this)
  }

  of(kind: Kind): OfEvents {
    return entry(this.events, kind, () => new OfEvents())
  }

  attribute(index: number): Asked {
    return entry(this.attributes, index, () => new Asked())
  }

  /** What the program asks about this, for each kind of event at hand. */
  askedOf(subject: Subject, kinds: Kinds): readonly Asked[] {
    if (subject.kind === 'attribute') return [this.attribute(subject.index)]
    return kinds.map(kind => (subject.kind === 'time' ? this.of(kind).time : this.of(kind).property(subject.name)))
  }

  /** The one thing that decides a condition. The time passes only for what is an instant itself. */
  private decidedBy(e: Expr, kinds: Kinds): Subject | undefined {
    const { subject, more, clock } = this.reading.of(e)
    return subject && !more && (!clock || this.isInstant(subject, kinds)) ? subject : undefined
  }

  private isInstant(subject: Subject, kinds: Kinds): boolean {
    const { attributes, events } = this.program
    if (subject.kind === 'time') return true
    if (subject.kind === 'attribute') return attributes[subject.index]?.type.kind === 'date'
    return kinds.every(kind => {
      const property = events[kind]?.properties.findLast(({ name }) => name === subject.name)
      return property === undefined || property.type.kind === 'date'
    })
  }

  private isNew(node: unknown): boolean {
    return this.met.size < this.met.add(node).size
  }
}

function entry<K, V>(table: Map<K, V>, key: K, make: () => V): V {
  const found = table.get(key) ?? make()
  table.set(key, found)
  return found
}
