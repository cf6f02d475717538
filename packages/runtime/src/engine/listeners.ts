import { wholeBillionths } from '../kernel/points.ts'
import type { Case, Expr, OnEvents } from '../program.ts'
import { type Basis, CONSTANT, featureOf } from './basis.ts'
import { isDecidedBy, type Parted, partedBy } from './candidates.ts'
import type { Compiler } from './compiler.ts'
import type { Factors } from './factors.ts'
import type { EventList } from './lists.ts'
import type { Branch } from './local.ts'
import { allOf } from './reads.ts'
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

/** A listener and the property by which it is looked up. */
export interface Candidate extends Parted {
  readonly listener: Listener
  /** Whether that property also decides the amount. */
  readonly isSteady: boolean
}

/**
 * What events with one value of a property mean to the listeners. As columns those for which that value decides everything
 * but the age; then those of which more is to be asked.
 */
export interface Heard {
  readonly tallies: number[]
  readonly atLeast: number[]
  readonly below: number[]
  readonly amounts: number[]
  /** The amount in billionths, for where there is no decay. */
  readonly whole: number[]
  /** The slot of the decay's factor, or -1. */
  readonly factors: number[]
  readonly others: Other[]
}
export interface Other {
  readonly tally: number
  readonly branch: Branch
  /** The sets of `branch.since`. */
  readonly since: readonly EventList[]
  readonly rest: Read
  readonly points: Read
}

export function candidateOf(type: number, listener: Listener, compiler: Compiler): Candidate {
  const basisOf = (expr: Expr) => basisIn(type, expr, compiler)
  const isProperty = (feature: number) => compiler.features.propertyOf(feature) !== undefined
  const amounts = listener.cases.flatMap(({ when, points }) => (when ? [when.expr, points] : [points]))
  const parted = partedBy(listener.branch.where, basisOf, isProperty)
  const feature = parted.feature ?? partedBy(amounts, basisOf, isProperty).feature
  return { ...parted, feature, listener, isSteady: amounts.every(one => isDecidedBy(feature, basisOf(one))) }
}

/** A property that events of the type do not have is unknown and decides nothing. */
function basisIn(type: number, expr: Expr, compiler: Compiler): Basis {
  const basis = compiler.features.basisOf(expr)
  const name = basis < 0 ? undefined : compiler.features.propertyOf(featureOf(basis))
  return name !== undefined && (compiler.propertiesNamed(name)[type]?.place ?? -1) < 0 ? CONSTANT : basis
}

export const SILENCE: Heard = newHeard()

function newHeard(): Heard {
  return { tallies: [], atLeast: [], below: [], amounts: [], whole: [], factors: [], others: [] }
}

/** Worked out at an event that has the value. */
export function heardBy(
  candidates: readonly Candidate[],
  compiler: Compiler,
  factors: Factors,
  view: View,
  event: number,
): Heard {
  const heard = newHeard()
  for (const candidate of candidates) {
    const holds = compiler.directly(() => allOf(candidate.decided.map(part => compiler.read(part))))
    if (holds(view, event) === true && !hearSteady(heard, candidate, compiler, factors, view, event))
      heard.others.push(otherOf(candidate, compiler))
  }
  return heard.tallies.length === 0 && heard.others.length === 0 ? SILENCE : heard
}

/** Amounts beyond this are left to the exact path. */
const LARGE = 1e6

/** Puts the candidate in the columns where it can stand there; where no case gives anything it need not. */
function hearSteady(
  heard: Heard,
  { listener, rest, isSteady }: Candidate,
  compiler: Compiler,
  factors: Factors,
  view: View,
  event: number,
): boolean {
  const { tally, branch, cases, on } = listener
  const factor = on.decay ? factors.slotOf(on.decay, compiler) : -1
  if (!isSteady || rest.length > 0 || branch.since.length > 0 || factor === undefined) return false
  const amount = compiler.directly(() => amountOf(cases, compiler))(view, event) as number
  if (Math.abs(amount) > LARGE) return false
  if (Number.isNaN(amount)) return true
  heard.tallies.push(tally)
  heard.atLeast.push(branch.atLeast)
  heard.below.push(branch.below)
  heard.amounts.push(amount)
  heard.whole.push(wholeBillionths(amount))
  heard.factors.push(factor)
  return true
}

function otherOf({ listener, rest }: Candidate, compiler: Compiler): Other {
  const { tally, branch, cases, on } = listener
  return {
    tally,
    branch,
    since: branch.since.map(set => compiler.list(set)),
    rest: allOf(rest.map(part => compiler.read(part))),
    points: pointsOf(cases, on, compiler),
  }
}
