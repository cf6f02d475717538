import type { Truth } from '@merit-lang/runtime/reference'
import { type Formula, type Leaf, leavesOf, neededFor, truthOf } from './formula.ts'
import { BEFORE, FREE, type LetterKind, type Move, type Phase, phases } from './phases.ts'
import { Places } from './places.ts'
import type { Effort, Table } from './table.ts'

/** A text, or that there is none, or that the effort did not suffice. */
export type Answer = { readonly text: string } | 'none' | 'undecided'

/** A formula, and what it is to be. */
export interface Wanted {
  readonly formula: Formula
  readonly holds: boolean
}

export interface Letter {
  readonly letter: number
  /** In the tables. */
  readonly index: number
  readonly kind: LetterKind
}

export interface Letters {
  readonly all: readonly Letter[]
  /** Of those that the formulas do not tell apart the plainest. */
  readonly distinct: () => readonly Letter[]
}

/** A formula, and where the states of its leaves stand in a row. */
interface Goal extends Wanted {
  readonly first: number
  readonly end: number
}

/** No state: the formula is what it is to be, whatever follows. */
const SETTLED = -1
/** Before the first letter: no place of its own, since a text that is not empty may come back to its states. */
const NOWHERE = -1

/**
 * All texts at once, breadth first. A row is the phase, and for each leaf the state after what was read. This is where
 * searches spend their time: rows are written in place, and what cannot become what is wanted is dropped before it is kept.
 */
export class Exploration {
  private readonly goals: readonly Goal[]
  private readonly leaves: readonly Leaf[]
  private readonly tables: readonly Table[]
  private readonly slotOf: ReadonlyMap<Leaf, number>
  /** Must accept. */
  private readonly needed: readonly Leaf[]
  private readonly letters: Letters
  private readonly effort: Effort
  private readonly cost: number
  private readonly places: Places
  /** By place: from which it was reached, and by which letter. */
  private readonly parents: number[] = []
  private readonly read: number[] = []
  private readonly from: Int32Array
  private readonly row: Int32Array

  constructor(wanted: readonly Wanted[], tables: ReadonlyMap<Leaf, Table>, letters: Letters, effort: Effort) {
    const goals: Goal[] = []
    for (const goal of wanted) {
      const first: number = goals.at(-1)?.end ?? 1
      goals.push({ ...goal, first, end: first + leavesIn(goal).length })
    }
    this.goals = goals
    this.leaves = wanted.flatMap(leavesIn)
    this.tables = this.leaves.map(leaf => tables.get(leaf) as Table)
    this.slotOf = new Map(this.leaves.map((leaf, index) => [leaf, index + 1]))
    this.needed = wanted.flatMap(({ formula, holds }) => neededFor(formula, holds))
    this.letters = letters
    this.effort = effort
    this.cost = 1 + this.leaves.length / 8
    this.places = new Places(this.leaves.length + 1)
    this.from = new Int32Array(this.leaves.length + 1)
    this.row = new Int32Array(this.leaves.length + 1)
  }

  run(): Answer {
    this.row[0] = this.leaves.some(({ operand }) => operand === 'domain') ? BEFORE : FREE
    this.row.set(
      this.tables.map(({ start }) => start),
      1,
    )
    if (!this.goals.every(goal => this.isOpen(goal))) return 'none'
    this.from.set(this.row)
    let answer = this.goOn(NOWHERE)
    for (let place = 0; place < this.places.length && !answer; place++) {
      this.places.read(place, this.from)
      answer = this.goOn(place)
    }
    return answer ?? 'none'
  }

  private goOn(place: number): Answer | undefined {
    const { after } = phases[this.from[0] as number] as Phase
    for (const letter of this.lettersFor(after))
      for (const move of after[letter.kind]) {
        this.effort.left -= this.cost
        if (this.effort.left < 0) return 'undecided'
        if (!this.advance(letter, move) || !this.keep(place, letter.letter)) continue
        if (this.isEnd()) return { text: this.textAt(this.places.length - 1) }
      }
    return undefined
  }

  /** Those that do not fail at once what is needed. */
  private lettersFor(after: Phase['after']): readonly Letter[] {
    for (const leaf of this.needed) {
      const slot = this.slotOf.get(leaf) as number
      const state = this.from[slot] as number
      const inText = leaf.operand === 'text'
      if (state === SETTLED || !(inText || after.other.some(({ domain }) => domain))) continue
      const only = (this.tables[slot - 1] as Table).only(state)
      if (only)
        return this.letters.all.filter(({ letter, kind }) => only.includes(letter) || (!inText && kind === 'space'))
    }
    return this.letters.distinct()
  }

  /** From `from` to `row`. Whether something may come of it. */
  private advance({ index }: Letter, { to, domain }: Move): boolean {
    const { from, row } = this
    row[0] = to
    for (const goal of this.goals) {
      for (let slot = goal.first; slot < goal.end; slot++) {
        const state = from[slot] as number
        const stays = state === SETTLED || (!domain && this.leaves[slot - 1]?.operand === 'domain')
        row[slot] = stays ? state : (this.tables[slot - 1] as Table).step(state, index, this.effort)
      }
      if (!this.isOpen(goal)) return false
    }
    return true
  }

  private keep(parent: number, letter: number): boolean {
    if (!this.places.add(this.row)) return false
    this.parents.push(parent)
    this.read.push(letter)
    return true
  }

  /** Whether it may still come to what is wanted. Where it certainly will, its states no longer matter. */
  private isOpen(goal: Goal): boolean {
    if (this.isSettled(goal)) return true
    const truth = truthOf(goal.formula, this.verdict)
    if (truth === goal.holds) this.row.fill(SETTLED, goal.first, goal.end)
    return truth === undefined || truth === goal.holds
  }

  private isSettled({ first, end }: Goal): boolean {
    return first < end && this.row[first] === SETTLED
  }

  private isEnd(): boolean {
    if (this.phase.end === undefined) return false
    return this.goals.every(goal => this.isSettled(goal) || truthOf(goal.formula, this.accepts) === goal.holds)
  }

  private get phase(): Phase {
    return phases[this.row[0] as number] as Phase
  }

  /** What every text comes to that goes on from here. */
  private readonly verdict = (leaf: Leaf): Truth => {
    const slot = this.slotOf.get(leaf) as number
    const table = this.tables[slot - 1] as Table
    if (leaf.operand === 'text') return table.verdict(this.row[slot] as number)
    const { domain } = this.phase
    if (domain === 'complete') return table.accepts(this.row[slot] as number)
    return domain && table.verdict(this.row[slot] as number)
  }

  /** Of the text that ends here. */
  private readonly accepts = (leaf: Leaf): boolean => {
    const slot = this.slotOf.get(leaf) as number
    if (leaf.operand === 'domain' && this.phase.end !== 'known') return false
    return (this.tables[slot - 1] as Table).accepts(this.row[slot] as number)
  }

  private textAt(place: number): string {
    const letters: number[] = []
    for (let at = place; at !== NOWHERE; at = this.parents[at] as number) letters.push(this.read[at] as number)
    return String.fromCodePoint(...letters.reverse())
  }
}

function leavesIn({ formula }: Wanted): readonly Leaf[] {
  return [...new Set(leavesOf(formula))]
}
