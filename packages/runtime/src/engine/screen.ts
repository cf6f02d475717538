import type { Expr, Rule } from '../program.ts'
import { featureOf, isDecided, isNumeric, joined } from './basis.ts'
import { isDecidedBy, partedBy } from './candidates.ts'
import type { Compiler } from './compiler.ts'
import { Field } from './field.ts'
import type { Ledger } from './ledger.ts'
import { conjuncts } from './local.ts'
import { conjunction } from './reads.ts'
import { type Bound, NONE, type Read, type View } from './view.ts'
import { type Worth, worthOf } from './worth.ts'

/** A rule on the lead, and the attribute by which it is looked up. */
interface Candidate {
  readonly index: number
  readonly feature: number
  /** What the attribute decides: the rule is out where it does not hold. */
  readonly decided: readonly Expr[]
  /** What else must hold. */
  readonly rest: readonly Expr[]
  /** The rule without those conditions. */
  readonly rule: Rule
  /** Whether nothing but the attribute decides what that gives. */
  readonly isSteady: boolean
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
  private readonly candidates = new Map<number, Candidate[]>()
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
    const others = this.candidates.get(candidate.feature)
    if (others) others.push(candidate)
    else this.candidates.set(candidate.feature, [candidate])
    return true
  }

  private candidateOf(index: number, rule: Rule): Candidate | undefined {
    const { features } = this.compiler
    const basisOf = (part: Expr) => features.basisOf(part)
    const isAttribute = (feature: number) => features.attributeOf(feature) !== undefined
    const whole = partsOf(rule).map(basisOf).reduce(joined)
    if (isDecided(whole) && isAttribute(featureOf(whole)))
      return { index, feature: featureOf(whole), decided: [], rest: [], rule, isSteady: true }
    const { feature, decided, rest } = partedBy(conditionsOf(rule), basisOf, isAttribute)
    if (feature === undefined) return undefined
    const bare = unconditional(rule)
    const isSteady = partsOf(bare).every(part => isDecidedBy(feature, basisOf(part)))
    return { index, feature, decided, rest, rule: bare, isSteady }
  }

  /** To be called when all rules were taken. */
  begin(): void {
    const { features, program } = this.compiler
    this.fields = [...this.candidates].map(([feature, candidates]) => {
      const attribute = features.attributeOf(feature)?.index as number
      const type = program.attributes[attribute]?.type
      const make = (view: View) => this.cell(candidates, view)
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

  private cell(candidates: readonly Candidate[], view: View): Cell {
    const entries: Entry[] = []
    for (const candidate of candidates) {
      const holds = this.compiler.directly(() => conjunction(candidate.decided, this.compiler))
      const entry = holds(view, NONE) === true ? this.entryOf(candidate, view) : undefined
      if (entry) entries.push(entry)
    }
    return entries.length === 0 ? NOTHING : new Cell(entries, this.blockOf)
  }

  /** Nothing where the rule gives nothing. */
  private entryOf({ index, rest, rule, isSteady }: Candidate, view: View): Entry | undefined {
    const { compiler } = this
    const test = rest.length === 0 ? undefined : conjunction(rest, compiler)
    if (!isSteady) return { rule: index, test, points: 0, worth: worthOf(rule, compiler) }
    const points = compiler.directly(() => worthOf(rule, compiler))(view)
    return Number.isNaN(points) ? undefined : { rule: index, test, points, worth: undefined }
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
