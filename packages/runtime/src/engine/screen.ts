import type { Case, Expr, Rule } from '../program.ts'
import { CONSTANT, featureOf, isDecided, isNumeric, joined, MIXED } from './basis.ts'
import { isDecidedBy, type Parted, partedBy } from './candidates.ts'
import type { Compiler } from './compiler.ts'
import { Field } from './field.ts'
import type { Ledger } from './ledger.ts'
import { conjuncts } from './local.ts'
import { conjunction } from './reads.ts'
import { Sieve } from './sieve.ts'
import { type Bound, NONE, type Read, type View } from './view.ts'
import { type Worth, worthOf } from './worth.ts'

/** A rule on the lead, and how it is looked up. */
interface LookedUp {
  readonly index: number
  readonly rule: Rule
  readonly feature: number
  /** Its conditions, by whether the feature decides them. */
  readonly parted: Parted
  /** Whether nothing but the feature decides what it gives where they hold. */
  readonly isSteady: boolean
}

/** Its closures are made when they are first needed. */
class Candidate {
  readonly by: LookedUp
  private readonly compiler: Compiler
  private holds: Read | undefined
  private test: Read | undefined
  private worth: Worth | undefined
  private last: Entry | undefined

  constructor(by: LookedUp, compiler: Compiler) {
    this.by = by
    this.compiler = compiler
  }

  /** What the rule gives to leads with the value of this one; nothing where that is nothing. */
  entryAt(view: View): Entry | undefined {
    const { compiler, by } = this
    const { decided, rest } = by.parted
    this.holds ??= compiler.directly(() => conjunction(decided, compiler))
    if (this.holds(view, NONE) !== true) return undefined
    if (rest.length > 0) this.test ??= conjunction(rest, compiler)
    return by.isSteady ? this.steady(view) : this.unsteady()
  }

  private steady(view: View): Entry | undefined {
    const { by, test } = this
    this.worth ??= this.compiler.directly(() => worthOf(unconditional(by.rule), this.compiler))
    const points = this.worth(view)
    if (Number.isNaN(points)) return undefined
    if (this.last?.points !== points) this.last = { rule: by.index, test, points, worth: undefined, alone: undefined }
    return this.last
  }

  private unsteady(): Entry {
    const { by, test } = this
    this.worth ??= worthOf(unconditional(by.rule), this.compiler)
    this.last ??= { rule: by.index, test, points: 0, worth: this.worth, alone: undefined }
    return this.last
  }
}

/** What a rule gives where one attribute has some value. */
interface Entry {
  readonly rule: number
  /** What else must hold, if anything. */
  readonly test: Read | undefined
  readonly points: number
  /** In place of the points, where they depend on more. */
  readonly worth: Worth | undefined
  /** The cell of values that mean only this. Most texts are met once: for them none is made. */
  alone: Cell | undefined
}

const isSettled = ({ test, worth }: Entry): boolean => test === undefined && worth === undefined

/** All that one value of an attribute means to the rules. */
class Cell {
  /** Of rules of one block that this value decides. */
  readonly decided: readonly Entry[]
  /** The others, which are given one by one. */
  readonly asked: readonly Entry[]
  /** What the decided ones give together. */
  readonly block: number
  readonly sum: number
  /** All their amounts without sign, in millionths. */
  readonly magnitude: number

  constructor(entries: readonly Entry[], blockOf: readonly number[]) {
    const block = blockOf[entries.find(isSettled)?.rule ?? 0] ?? 0
    const isDecided = (entry: Entry) => isSettled(entry) && blockOf[entry.rule] === block
    this.block = block
    this.decided = entries.filter(isDecided)
    this.asked = entries.filter(entry => !isDecided(entry))
    let [sum, magnitude] = [0, 0]
    for (const { points } of this.decided) {
      sum += points
      magnitude += Math.abs(points)
    }
    this.sum = sum
    this.magnitude = magnitude
  }
}

/** The same for all values that mean nothing. */
const NOTHING = new Cell([], [])

/**
 * The rules on the lead, looked up by the values of its attributes: a lead meets the rules that it matches, and not all
 * that there are.
 */
export class Screen {
  private readonly compiler: Compiler
  private readonly blockOf: readonly number[]
  private readonly sieves = new Map<number, Sieve<Candidate>>()
  private fields: readonly Field<Cell>[] = []

  /** `blockOf`: by rule. */
  constructor(compiler: Compiler, blockOf: readonly number[]) {
    this.compiler = compiler
    this.blockOf = blockOf
  }

  /** Whether the rule can be looked up. */
  take(index: number, rule: Rule): boolean {
    const candidate = this.candidateOf(index, rule)
    if (!candidate) return false
    const { feature, parted } = candidate.by
    const sieve = this.sieves.get(feature) ?? new Sieve(this.compiler)
    sieve.add(candidate, parted.decided)
    this.sieves.set(feature, sieve)
    return true
  }

  private candidateOf(index: number, rule: Rule): Candidate | undefined {
    const { features } = this.compiler
    const basisOf = (part: Expr) => features.basisOf(part)
    const isAttribute = (feature: number) => features.attributeOf(feature) !== undefined
    const parted = partedBy(conditionsOf(rule), basisOf, isAttribute)
    // Asked for in any case, since the features must know all cuts before there are fields.
    const amounts = amountsOf(rule).map(basisOf)
    const whole = parted.rest.length === 0 ? amounts.reduce(joined, CONSTANT) : MIXED
    const all = isDecided(whole) && isAttribute(featureOf(whole)) ? featureOf(whole) : undefined
    const feature = parted.feature ?? all
    if (feature === undefined) return undefined
    const isSteady = amounts.every(basis => isDecidedBy(feature, basis))
    return new Candidate({ index, rule, feature, parted, isSteady }, this.compiler)
  }

  /** To be called when all rules were taken. */
  begin(): void {
    const { features, program } = this.compiler
    this.fields = [...this.sieves].map(([feature, sieve]) => {
      const attribute = features.attributeOf(feature)?.index as number
      const type = program.attributes[attribute]?.type
      const make = (view: View) => this.cell(sieve, view)
      return new Field(feature, attribute, type !== undefined && isNumeric(type), this.compiler, make)
    })
  }

  /** To be called when the columns are others. */
  bind({ attributes }: View): void {
    for (const field of this.fields) field.bind(attributes[field.column] as Bound)
  }

  /** Cells that mean nothing add nothing: to tell them from others would take longer. */
  run(view: View, ledger: Ledger): void {
    for (let i = 0; i < this.fields.length; i++) {
      const { block, sum, magnitude, decided, asked } = (this.fields[i] as Field<Cell>).at(view.row, view, NONE)
      ledger.addTo(block, sum)
      ledger.magnitude += magnitude
      if (ledger.recording) for (let j = 0; j < decided.length; j++) ledger.record(decided[j] as Entry)
      for (let j = 0; j < asked.length; j++) ask(asked[j] as Entry, view, ledger)
    }
  }

  private cell(sieve: Sieve<Candidate>, view: View): Cell {
    const entries: Entry[] = []
    for (const candidate of sieve.candidates(view, NONE)) {
      const entry = candidate.entryAt(view)
      if (entry) entries.push(entry)
    }
    const [first] = entries
    if (!first) return NOTHING
    if (entries.length > 1) return new Cell(entries, this.blockOf)
    first.alone ??= new Cell(entries, this.blockOf)
    return first.alone
  }
}

function ask({ rule, test, points, worth }: Entry, view: View, ledger: Ledger): void {
  if (test !== undefined && test(view, NONE) !== true) return
  const given = worth === undefined ? points : worth(view)
  if (!Number.isNaN(given)) ledger.give(rule, given)
}

/** What must hold for the rule to give anything. */
function conditionsOf({ when, cases }: Rule): readonly Expr[] {
  const first = when && conjuncts(when.expr)
  const only = cases.length === 1 ? cases[0]?.when : undefined
  const second = only && conjuncts(only.expr)
  return first && second ? [...first, ...second] : (first ?? second ?? [])
}

/** The rule without those conditions. */
function unconditional(rule: Rule): Rule {
  const { cases } = rule
  return { ...rule, when: undefined, cases: cases.length === 1 ? cases.map(withoutWhen) : cases }
}

const withoutWhen = (one: Case): Case => ({ ...one, when: undefined })

/** All that decides what the rule gives where they hold. */
function amountsOf({ cases, cap, floor }: Rule): readonly Expr[] {
  const amounts = cases.length === 1 ? cases.map(pointsOf) : cases.flatMap(decidersOf)
  if (cap) amounts.push(cap)
  if (floor) amounts.push(floor)
  return amounts
}

const pointsOf = ({ points }: Case): Expr => points
const decidersOf = ({ when, points }: Case): Expr[] => (when ? [when.expr, points] : [points])
