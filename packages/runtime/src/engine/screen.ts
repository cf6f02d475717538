import type { Expr, Rule } from '../program.ts'
import { featureOf, isDecided, isNumeric, joined } from './basis.ts'
import { partedBy } from './candidates.ts'
import type { Compiler } from './compiler.ts'
import { Field } from './field.ts'
import type { Ledger } from './ledger.ts'
import { conjuncts } from './local.ts'
import { allOf } from './reads.ts'
import { type Bound, NONE, type View } from './view.ts'
import { type Worth, worthOf } from './worth.ts'

/** A rule on the lead, and the attribute by which it is looked up. */
interface Candidate {
  readonly rule: number
  readonly feature: number
  /** What the attribute decides: the rule is out where it does not hold. */
  readonly decided: readonly Expr[]
  /** The rule without that; absent where the attribute decides all of it. */
  readonly rest?: Rule
  readonly whole: Rule
}

/** What one value of an attribute means to the rules. */
interface Cell {
  /** What the rules that this value decides give, and all of them together to each block. */
  readonly rules: number[]
  readonly points: number[]
  readonly blocks: number[]
  readonly sums: number[]
  magnitude: number
  /** Rules of which more is to be asked. */
  readonly others: { readonly rule: number; readonly worth: Worth }[]
}

const NOTHING: Cell = { rules: [], points: [], blocks: [], sums: [], magnitude: 0, others: [] }

/**
 * The rules on the lead, looked up by the values of its attributes: a lead meets the rules that it matches, and not all
 * that there are.
 */
export class Screen {
  private readonly compiler: Compiler
  private readonly blockOf: readonly number[]
  private readonly candidates = new Map<number, Candidate[]>()
  private fields: readonly Field<Cell>[] = []

  /** `blockOf`: by rule, complete when the first lead is screened. */
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
    const basis = partsOf(rule)
      .map(part => features.basisOf(part))
      .reduce(joined)
    if (isDecided(basis) && features.attributeOf(featureOf(basis)))
      return { rule: index, feature: featureOf(basis), decided: [], whole: rule }
    const { feature, decided, rest } = partedBy(
      conditionsOf(rule),
      part => features.basisOf(part),
      one => features.attributeOf(one) !== undefined,
    )
    return feature === undefined
      ? undefined
      : { rule: index, feature, decided, rest: withOnly(rule, rest), whole: rule }
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
      if (cell !== NOTHING) this.apply(cell, view, ledger)
    }
  }

  private apply({ blocks, sums, magnitude, rules, points, others }: Cell, view: View, ledger: Ledger): void {
    for (let i = 0; i < blocks.length; i++) ledger.addTo(blocks[i] as number, sums[i] as number)
    ledger.magnitude += magnitude
    if (ledger.recording) for (let i = 0; i < rules.length; i++) ledger.record(rules[i] as number, points[i] as number)
    for (let i = 0; i < others.length; i++) {
      const { rule, worth } = others[i] as Cell['others'][number]
      const given = worth(view)
      if (!Number.isNaN(given)) ledger.give(rule, given)
    }
  }

  private cell(candidates: readonly Candidate[], view: View): Cell {
    const cell: Cell = { rules: [], points: [], blocks: [], sums: [], magnitude: 0, others: [] }
    for (const candidate of candidates) {
      const holds = this.compiler.directly(() => allOf(candidate.decided.map(part => this.compiler.read(part))))
      if (holds(view, NONE) !== true) continue
      const { rule, rest, whole } = candidate
      if (rest) cell.others.push({ rule, worth: worthOf(rest, this.compiler) })
      else this.add(cell, rule, this.compiler.directly(() => worthOf(whole, this.compiler))(view))
    }
    return cell.rules.length === 0 && cell.others.length === 0 ? NOTHING : cell
  }

  private add(cell: Cell, rule: number, points: number): void {
    if (Number.isNaN(points)) return
    cell.rules.push(rule)
    cell.points.push(points)
    cell.magnitude += Math.abs(points)
    const block = this.blockOf[rule] as number
    const place = cell.blocks.indexOf(block)
    if (place < 0) cell.sums[cell.blocks.push(block) - 1] = points
    else cell.sums[place] = (cell.sums[place] as number) + points
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

/** The rule with these of its conditions. */
function withOnly(rule: Rule, conditions: readonly Expr[]): Rule {
  const [only, ...others] = rule.cases
  const when = conditions.length > 0 ? { expr: { op: 'and', of: conditions } as const, parts: [] } : undefined
  return { ...rule, when, cases: only && others.length === 0 ? [{ ...only, when: undefined }] : rule.cases }
}
