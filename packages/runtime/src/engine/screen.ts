import type { Expr, Rule } from '../program.ts'
import { featureOf, isDecided, isNumeric, joined } from './basis.ts'
import { isDecidedBy, type Parted, partedBy } from './candidates.ts'
import type { Compiler } from './compiler.ts'
import { Field } from './field.ts'
import type { Ledger } from './ledger.ts'
import { conjuncts } from './local.ts'
import { conjunction } from './reads.ts'
import { Sieve } from './sieve.ts'
import { type Bound, NONE, type Read, type View } from './view.ts'
import { type Worth, worthOf } from './worth.ts'

/** A rule on the lead, and the attribute by which it is looked up; its closures are made when they are first needed. */
class Candidate {
  readonly feature: number
  private readonly index: number
  private readonly rule: Rule
  private readonly compiler: Compiler
  readonly parted: Pick<Parted, 'decided' | 'rest'>
  private holds: Read | undefined
  private test: Read | undefined
  private worth: Worth | undefined

  /** `parted`: conditions that the feature decides, and others; `rule`: without those. */
  constructor(
    index: number,
    feature: number,
    parted: Pick<Parted, 'decided' | 'rest'>,
    rule: Rule,
    compiler: Compiler,
  ) {
    this.index = index
    this.feature = feature
    this.parted = parted
    this.rule = rule
    this.compiler = compiler
  }

  /** What the rule gives to leads with the value of this one; nothing where that is nothing. */
  entryAt(view: View): Entry | undefined {
    const { compiler, parted } = this
    this.holds ??= compiler.directly(() => conjunction(parted.decided, compiler))
    if (this.holds(view, NONE) !== true) return undefined
    if (parted.rest.length > 0) this.test ??= conjunction(parted.rest, compiler)
    return this.isSteady() ? this.steady(view) : this.unsteady()
  }

  /** Whether nothing but the feature decides what the rule gives. */
  private isSteady(): boolean {
    return partsOf(this.rule).every(part => isDecidedBy(this.feature, this.compiler.features.basisOf(part)))
  }

  private steady(view: View): Entry | undefined {
    this.worth ??= this.compiler.directly(() => worthOf(this.rule, this.compiler))
    const points = this.worth(view)
    return Number.isNaN(points) ? undefined : { rule: this.index, test: this.test, points, worth: undefined }
  }

  private unsteady(): Entry {
    this.worth ??= worthOf(this.rule, this.compiler)
    return { rule: this.index, test: this.test, points: 0, worth: this.worth }
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
}

/** All that one value of an attribute means to the rules, laid out as it is read: lists of numbers, all of one kind. */
class Cell {
  /** What rules that this value decides give to each block, all together. */
  readonly blocks: Int32Array
  readonly sums: Float64Array
  /** Of those rules all amounts without sign, in millionths. */
  readonly magnitude: Float64Array
  readonly decided: Rules
  /** Of these more is to be asked. */
  readonly asked: Rules

  constructor(entries: readonly Entry[], blockOf: readonly number[]) {
    const decided = entries.filter(({ test, worth }) => !test && !worth)
    const sums = new Map<number, number>()
    for (const { rule, points } of decided) {
      const block = blockOf[rule] as number
      sums.set(block, (sums.get(block) ?? 0) + points)
    }
    this.blocks = Int32Array.from(sums.keys())
    this.sums = Float64Array.from(sums.values())
    this.magnitude = Float64Array.of(decided.reduce((sum, { points }) => sum + Math.abs(points), 0))
    this.decided = rulesOf(decided)
    this.asked = rulesOf(entries.filter(({ test, worth }) => test || worth))
  }
}

interface Rules {
  readonly rules: Int32Array
  readonly points: Float64Array
  readonly tests: readonly (Read | undefined)[]
  readonly worths: readonly (Worth | undefined)[]
}

function rulesOf(entries: readonly Entry[]): Rules {
  return {
    rules: Int32Array.from(entries, ({ rule }) => rule),
    points: Float64Array.from(entries, ({ points }) => points),
    tests: entries.map(({ test }) => test),
    worths: entries.map(({ worth }) => worth),
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
    const sieve = this.sieves.get(candidate.feature) ?? new Sieve(this.compiler)
    sieve.add(candidate, candidate.parted.decided)
    this.sieves.set(candidate.feature, sieve)
    return true
  }

  private candidateOf(index: number, rule: Rule): Candidate | undefined {
    const { features } = this.compiler
    const basisOf = (part: Expr) => features.basisOf(part)
    const isAttribute = (feature: number) => features.attributeOf(feature) !== undefined
    const parted = partedBy(conditionsOf(rule), basisOf, isAttribute)
    if (parted.feature !== undefined)
      return new Candidate(index, parted.feature, parted, unconditional(rule), this.compiler)
    const whole = partsOf(rule).map(basisOf).reduce(joined)
    if (!isDecided(whole) || !isAttribute(featureOf(whole))) return undefined
    return new Candidate(index, featureOf(whole), { decided: [], rest: [] }, rule, this.compiler)
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

  run(view: View, ledger: Ledger): void {
    for (let i = 0; i < this.fields.length; i++) {
      const cell = (this.fields[i] as Field<Cell>).at(view.row, view, NONE)
      if (cell !== NOTHING) apply(cell, view, ledger)
    }
  }

  private cell(sieve: Sieve<Candidate>, view: View): Cell {
    const entries = sieve.candidates(view, NONE).flatMap(candidate => candidate.entryAt(view) ?? [])
    return entries.length === 0 ? NOTHING : new Cell(entries, this.blockOf)
  }
}

function apply({ blocks, sums, magnitude, decided, asked }: Cell, view: View, ledger: Ledger): void {
  for (let i = 0; i < blocks.length; i++) ledger.addTo(blocks[i] as number, sums[i] as number)
  ledger.magnitude += magnitude[0] as number
  if (ledger.recording) ledger.recordAll(decided.rules, decided.points)
  const { rules, points, tests, worths } = asked
  for (let i = 0; i < rules.length; i++) {
    const [test, worth] = [tests[i], worths[i]]
    if (test !== undefined && test(view, NONE) !== true) continue
    const given = worth === undefined ? (points[i] as number) : worth(view)
    if (!Number.isNaN(given)) ledger.give(rules[i] as number, given)
  }
}

/** All that decides what the rule gives. */
function partsOf({ when, cases, cap, floor }: Rule): readonly Expr[] {
  const inCases = cases.flatMap(one => (one.when ? [one.when.expr, one.points] : [one.points]))
  return [when?.expr, ...inCases, cap, floor].filter(part => part !== undefined)
}

/** What must hold for the rule to give anything. */
function conditionsOf({ when, cases }: Rule): readonly Expr[] {
  const [only, ...others] = cases
  return [when, others.length === 0 ? only?.when : undefined].flatMap(one => (one ? conjuncts(one.expr) : []))
}

/** The rule without those conditions. */
function unconditional(rule: Rule): Rule {
  const [only, ...others] = rule.cases
  return { ...rule, when: undefined, cases: only && others.length === 0 ? [{ ...only, when: undefined }] : rule.cases }
}
