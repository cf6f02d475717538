/**
 * Which parts of a program are the same whatever they are called and in whatever order they stand. Equal forms get equal numbers; what gets
 * different ones may still mean the same.
 */
import type { Block, EventSet, Expr, Grade, Program, Rule, Score, Stage } from '@merit-lang/runtime'
import { operations, sorted } from './canonical-operations.ts'
import { itemsOf } from './items.ts'

type Part = Expr | EventSet

export class Canonical {
  private readonly program: Program
  private readonly numbers = new Map<string, number>()
  private readonly known = new WeakMap<object, number>()
  /** Of tests whether something is one of some values: what, and which. */
  private readonly members = new Map<number, { readonly of: number; readonly values: readonly (string | number)[] }>()
  /** What each negation negates. */
  private readonly negations = new Map<number, number>()
  /** The parts of `and` and `or`. */
  private readonly chains = new Map<number, { readonly op: string; readonly of: readonly number[] }>()

  /** Definitions from the first on, each of which is built on those before, so that none is looked at deep inside others. */
  constructor(program: Program) {
    this.program = program
    for (const part of [...program.values, ...program.sets]) this.of(part)
  }

  same(a: object | undefined, b: object | undefined): boolean {
    return a === b || this.maybe(a) === this.maybe(b)
  }

  of(part: Part): number {
    return this.remembered(part, () => operations[part.op]?.(part as never, this) ?? this.plain(part))
  }

  maybe(part: object | undefined): number {
    return part === undefined ? -1 : 'op' in part ? this.of(part as Part) : this.plain(part)
  }

  score(index: number): number {
    const score = this.program.scores[index] as Score
    return this.remembered(score, () =>
      score.kind === 'rules'
        ? this.block(score.block)
        : this.number(`formula ${[score.formula, score.cap, score.floor].map(part => this.maybe(part))}`),
    )
  }

  grade(index: number): number {
    const grade = this.program.grades[index] as Grade
    return this.remembered(grade, () => {
      if (grade.kind === 'joined') return this.number(`joined ${grade.grades.map(other => this.grade(other))}`)
      const cases = grade.cases.map(({ label, when }) => [label, this.of(when.expr)])
      return this.number(`grade ${JSON.stringify([cases, grade.otherwise])}`)
    })
  }

  stage(index: number): number {
    const stage = this.program.stages[index] as Stage
    return this.remembered(stage, () => {
      const lines = stage.lines.map(({ when, at, until }) =>
        until ? `${this.of(when.expr)} ${at && this.score(at.score)} ${this.of(until)}` : `${this.of(when.expr)}`,
      )
      return this.number(`stage ${sorted(new Set(lines))}`)
    })
  }

  rule(rule: Rule): number {
    return this.remembered(rule, () => this.number(`rule ${this.ruleKey(rule)}`))
  }

  block(block: Block): number {
    return this.remembered(block, () =>
      this.number(`block ${this.frame(block)} items ${sorted(itemsOf(block).map(item => this.item(item)))}`),
    )
  }

  item(item: Block['items'][number]): number {
    return item.kind === 'rule' ? this.rule(item) : this.block(item)
  }

  /** What a block makes of the sum of its items. */
  frame({ when, multipliers, cap, floor, weight = 1 }: Block): string {
    const factors = sorted(multipliers.map(({ when, factor }) => `${this.of(when.expr)} ${factor}`))
    return `${this.maybe(when?.expr)} ${this.maybe(cap)} ${this.maybe(floor)} ${weight} ${factors}`
  }

  number(key: string): number {
    const found = this.numbers.get(key) ?? this.numbers.size
    this.numbers.set(key, found)
    return found
  }

  value(index: number): number {
    return this.of(this.program.values[index] as Expr)
  }

  sharedSet(index: number): number {
    return this.of(this.program.sets[index] as EventSet)
  }

  /** Of a negation what it negates. */
  not(part: number): number {
    const negated = this.negations.get(part)
    if (negated !== undefined) return negated
    const number = this.number(`not ${part}`)
    this.negations.set(number, part)
    return number
  }

  /** `and` and `or`: flat, in any order, each part once; tests of one thing against several values are one. */
  chain(op: 'and' | 'or', parts: readonly number[]): number {
    const flat = parts.flatMap(part => (this.chains.get(part)?.op === op ? (this.chains.get(part)?.of ?? []) : [part]))
    const of = sorted(new Set(op === 'or' ? this.joined(flat) : this.joinedNegations(flat)))
    if (of.length === 1) return of[0] as number
    const number = this.number(`${op} ${of}`)
    this.chains.set(number, { op, of })
    return number
  }

  member(of: number, values: readonly (string | number)[]): number {
    const all = sorted(new Set(values))
    const number = this.number(`member ${of} ${JSON.stringify(all)}`)
    this.members.set(number, { of, values: all })
    return number
  }

  /** A filter of a filter is one. */
  filters(set: EventSet): { readonly set: EventSet; readonly where: readonly number[] } {
    if (set.op === 'sharedSet') return this.filters(this.program.sets[set.index] as EventSet)
    if (set.op !== 'filter') return { set, where: [] }
    const inner = this.filters(set.set)
    return { set: inner.set, where: [...inner.where, this.of(set.where)] }
  }

  private joined(parts: readonly number[]): readonly number[] {
    const values = new Map<number, (string | number)[]>()
    for (const part of parts) {
      const member = this.members.get(part)
      if (member) values.set(member.of, [...(values.get(member.of) ?? []), ...member.values])
    }
    const others = parts.filter(part => !this.members.has(part))
    return [...others, ...[...values].map(([of, all]) => this.member(of, all))]
  }

  /** What is none of some values and none of others is none of all. */
  private joinedNegations(parts: readonly number[]): readonly number[] {
    return this.joined(parts.map(part => this.not(part))).map(part => this.not(part))
  }

  /** The condition of a rule that looks at the lead may stand before its only case or in it. */
  private ruleKey({ when, on, cases, cap, floor, weight = 1 }: Rule): string {
    const [only, ...others] = cases
    const conditions = [when?.expr, only?.when?.expr].flatMap(expr => (expr ? [this.of(expr)] : []))
    const merged = !on && only && others.length === 0
    const rows = merged
      ? [`${conditions.length > 0 ? this.chain('and', conditions) : ''}: ${this.of(only.points)}`]
      : cases.map(one => `${this.maybe(one.when?.expr)}: ${this.of(one.points)}`)
    const counted = on ? `${this.maybe(on.steps.at(-1)?.set)} ${this.maybe(on.decay?.points)}` : ''
    return `${merged ? '' : this.maybe(when?.expr)} on ${counted} ${rows} ${this.maybe(cap)} ${this.maybe(floor)} ${weight}`
  }

  private remembered(part: object, work: () => number): number {
    const found = this.known.get(part) ?? work()
    this.known.set(part, found)
    return found
  }

  /** What a pattern's automaton does its source says. */
  plain(part: object): number {
    const said = Object.entries(part).filter(([key, value]) => value !== undefined && key !== 'automaton')
    const entries = said.map(([key, value]) => `${key}=${this.entry(value)}`)
    return this.number(entries.sort().join(' '))
  }

  private entry(value: unknown): string {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
    if (Array.isArray(value)) return `[${value.map(one => this.entry(one))}]`
    return `#${this.maybe(value)}`
  }
}
