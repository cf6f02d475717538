import { wholeBillionths } from '../kernel/points.ts'
import type { Case, Expr, OnEvents } from '../program.ts'
import { type Basis, CONSTANT, featureOf } from './basis.ts'
import { isDecidedBy, type Parted, partedBy } from './candidates.ts'
import type { Compiler } from './compiler.ts'
import type { Factors } from './factors.ts'
import { type Limits, limitsIn } from './limits.ts'
import type { EventList } from './lists.ts'
import type { Branch } from './local.ts'
import { allOf, conjunction, timeOf } from './reads.ts'
import type { Sieve } from './sieve.ts'
import type { Read, View } from './view.ts'
import { amountOf, pointsOf } from './worth.ts'

/** A rule on events, or a count, as it stands to the events of one type. */
export interface Listener {
  readonly tally: number
  readonly branch: Branch
  /** What each event gives; a count takes a billionth for each. */
  readonly cases: readonly Case[]
  readonly on: Pick<OnEvents, 'decay'>
}

/** A listener and the property by which it is looked up; its closures are made when they are first needed. */
export class Candidate {
  readonly feature: number | undefined
  readonly listener: Listener
  readonly parted: Parted
  private readonly limits: Limits
  /** Whether the property also decides the amount. */
  private readonly isSteady: boolean
  private readonly compiler: Compiler
  private holds: Read | undefined
  private amount: Read | undefined
  private test: Read | undefined

  constructor(type: number, listener: Listener, compiler: Compiler) {
    const basisOf = (expr: Expr) => basisIn(type, expr, compiler)
    const isProperty = (feature: number) => compiler.features.propertyOf(feature) !== undefined
    const amounts = listener.cases.flatMap(({ when, points }) => (when ? [when.expr, points] : points))
    this.parted = partedBy(listener.branch.where, basisOf, isProperty)
    this.feature = this.parted.feature ?? partedBy(amounts, basisOf, isProperty).feature
    this.isSteady = amounts.every(one => isDecidedBy(this.feature, basisOf(one)))
    this.limits = limitsIn(this.parted.rest, name => compiler.propertiesNamed(name)[type])
    this.listener = listener
    this.compiler = compiler
  }

  /** What an event with the value of this one means; nothing where that is nothing. */
  heardAt(view: View, event: number, factors: Factors): Heard | undefined {
    const { compiler, parted } = this
    this.holds ??= compiler.directly(() => conjunction(parted.decided, compiler))
    return this.holds(view, event) === true ? this.heard(view, event, factors) : undefined
  }

  private heard(view: View, event: number, factors: Factors): Heard | undefined {
    const { compiler, listener } = this
    const { tally, branch, cases, on } = listener
    const { atLeast, below } = branch
    const factor = on.decay ? factors.slotOf(on.decay, compiler) : -1
    this.amount ??= compiler.directly(() => amountOf(cases, compiler))
    const amount = this.isSteady && factor !== undefined ? (this.amount(view, event) as number) : LARGE
    if (Number.isNaN(amount)) return undefined
    const { column, low, high, others } = this.limits
    this.test ??= testOf(branch, others, compiler)
    const asked = { tally, atLeast, below, column, low, high, test: this.test, amount: 0, whole: 0, factor: -1 }
    if (factor === undefined || Math.abs(amount) >= LARGE) return { ...asked, points: pointsOf(cases, on, compiler) }
    return { ...asked, amount, whole: wholeBillionths(amount), factor, points: undefined }
  }
}

/** From here on amounts are asked, and reckoned with one by one. */
const LARGE = 1e6

/** What an event with some value of a property means to a listener. */
interface Heard {
  readonly tally: number
  /** atLeast ≤ age < below. */
  readonly atLeast: number
  readonly below: number
  /** low ≤ the number in the column ≤ high; -1: of none. */
  readonly column: number
  readonly low: number
  readonly high: number
  /** What else must hold, if anything. */
  readonly test: Read | undefined
  readonly amount: number
  /** The amount in billionths, for where there is no decay. */
  readonly whole: number
  /** The slot of the decay's factor, or -1. */
  readonly factor: number
  /** In place of all these, where the amount or its decay must be asked. */
  readonly points: Read | undefined
}

/** All that an event with some value means, laid out as the loop over events reads it: what is used together lies together. */
export class Cell {
  readonly count: number
  /** For each: tally, slot of the factor, column of the number. */
  readonly places: Int32Array
  /** For each: atLeast, below, low, high, and the amount, which is in billionths where there is no decay. */
  readonly numbers: Float64Array
  /** Those of which closures are to be asked. */
  readonly odd: readonly (Heard | undefined)[]
  /** The largest of `whole`, without sign. */
  readonly largest: number

  constructor(heard: readonly Heard[]) {
    this.count = heard.length
    this.places = Int32Array.from(heard.flatMap(({ tally, factor, column }) => [tally, factor, column]))
    this.numbers = Float64Array.from(heard.flatMap(numbersOf))
    this.odd = heard.map(one => (one.test || one.points ? one : undefined))
    this.largest = Math.max(0, ...heard.map(({ whole }) => Math.abs(whole)))
  }
}

function numbersOf({ atLeast, below, low, high, amount, whole, factor }: Heard): readonly number[] {
  return [atLeast, below, low, high, factor < 0 ? whole : amount]
}

/** The same for all values that mean nothing. */
export const SILENCE = new Cell([])

/** A property that events of the type do not have is unknown and decides nothing. */
function basisIn(type: number, expr: Expr, compiler: Compiler): Basis {
  const basis = compiler.features.basisOf(expr)
  const name = basis < 0 ? undefined : compiler.features.propertyOf(featureOf(basis))
  return name !== undefined && (compiler.propertiesNamed(name)[type]?.place ?? -1) < 0 ? CONSTANT : basis
}

/** Worked out at an event that has the value. */
export function cellAt(sieve: Sieve<Candidate>, view: View, event: number, factors: Factors): Cell {
  const heard = sieve.candidates(view, event).flatMap(candidate => candidate.heardAt(view, event, factors) ?? [])
  return heard.length === 0 ? SILENCE : new Cell(heard)
}

function testOf({ since }: Branch, rest: readonly Expr[], compiler: Compiler): Read | undefined {
  if (since.length === 0) return rest.length === 0 ? undefined : conjunction(rest, compiler)
  return allOf([...since.map(set => notBefore(compiler.list(set))), conjunction(rest, compiler)])
}

function notBefore(list: EventList): Read {
  return (view, event) => timeOf(view, event) >= list.latest(view)
}
