import type { Truth } from '@merit-lang/runtime/reference'
import { type Formula, type Leaf, leavesOf, truthOf } from './formula.ts'
import { domainHasBegun, ends, type Move, type Phase } from './phases.ts'
import type { Effort, Table } from './table.ts'

/** A formula, and what it is to be. */
export interface Wanted {
  readonly formula: Formula
  readonly holds: boolean
}

/** No state: the formula is what it is to be, whatever follows. */
const SETTLED = -1

/** A formula on its way through a text: a state for each of its leaves, which stand in a row from `offset` on. */
export class Goal {
  readonly leaves: readonly Leaf[]
  private readonly wanted: Wanted
  private readonly tables: readonly Table[]
  private readonly offset: number
  private readonly placeOf: ReadonlyMap<Leaf, number>

  constructor(wanted: Wanted, tables: ReadonlyMap<Leaf, Table>, offset: number) {
    this.wanted = wanted
    this.leaves = [...new Set(leavesOf(wanted.formula))]
    this.tables = this.leaves.map(leaf => tables.get(leaf) as Table)
    this.offset = offset
    this.placeOf = new Map(this.leaves.map((leaf, place) => [leaf, place]))
  }

  start(): number[] {
    return this.tables.map(({ start }) => start)
  }

  /** Takes in a letter, by its index: the states of `from` become those of `to`. */
  step(from: readonly number[], to: number[], letter: number, { domain }: Move, effort: Effort): void {
    this.leaves.forEach(({ operand }, place) => {
      const at = this.offset + place
      const state = from[at] as number
      const stays = state === SETTLED || (operand === 'domain' && !domain)
      to[at] = stays ? state : (this.tables[place] as Table).step(state, letter, effort)
    })
  }

  /** Whether it may still come to what is wanted. Where it certainly will, its states are forgotten. */
  isOpen(states: number[], phase: Phase): boolean {
    if (this.isSettled(states)) return true
    const truth = truthOf(this.wanted.formula, leaf => this.verdict(leaf, states, phase))
    if (truth === this.wanted.holds) states.fill(SETTLED, this.offset, this.offset + this.leaves.length)
    return truth === undefined || truth === this.wanted.holds
  }

  /** Whether it is what is wanted if the text ends here. */
  isReached(states: readonly number[], phase: Phase): boolean {
    if (this.isSettled(states)) return true
    return truthOf(this.wanted.formula, leaf => this.accepts(leaf, states, phase)) === this.wanted.holds
  }

  private isSettled(states: readonly number[]): boolean {
    return this.leaves.length > 0 && states[this.offset] === SETTLED
  }

  private verdict(leaf: Leaf, states: readonly number[], phase: Phase): Truth {
    if (leaf.operand === 'domain' && !domainHasBegun[phase]) return undefined
    if (leaf.operand === 'domain' && phase === 'behind') return this.accepts(leaf, states, phase)
    const place = this.placeOf.get(leaf) as number
    return (this.tables[place] as Table).verdict(states[this.offset + place] as number)
  }

  private accepts(leaf: Leaf, states: readonly number[], phase: Phase): boolean {
    if (leaf.operand === 'domain' && ends[phase] !== 'known') return false
    const place = this.placeOf.get(leaf) as number
    return (this.tables[place] as Table).accepts(states[this.offset + place] as number)
  }
}
