import { type Formula, type Leaf, leavesOf } from './formula.ts'
import { Goal, type Wanted } from './goal.ts'
import { alphabetOf, withoutTwins } from './letters.ts'
import { ends, letterKind, moves, type Phase } from './phases.ts'
import { type Effort, Table } from './table.ts'

/** A text, or that there is none, or that the effort did not suffice. */
export type Answer = { readonly text: string } | 'none' | 'undecided'

/** Finds shortest texts: reads all of them at once, breadth first, and goes on from no two that all formulas take for the same. */
export class Search {
  private readonly letters: readonly number[]
  private readonly tables: ReadonlyMap<Leaf, Table>

  /** `formulas`: all that will be asked for. */
  constructor(formulas: readonly Formula[]) {
    const leaves = [...new Set(formulas.flatMap(leavesOf))]
    this.letters = alphabetOf(leaves.map(leaf => leaf.reader()))
    this.tables = new Map(leaves.map(leaf => [leaf, new Table(leaf.reader(), this.letters)]))
  }

  /** A folded text that is not empty and for which all is as wanted: none is shorter, few are plainer. */
  shortest(wanted: readonly Wanted[], effort: Effort): Answer {
    const goals: Goal[] = []
    for (const one of wanted)
      goals.push(
        new Goal(
          one,
          this.tables,
          goals.reduce((sum, { leaves }) => sum + leaves.length, 0),
        ),
      )
    const leaves = goals.flatMap(goal => goal.leaves)
    const kept = new Set(
      withoutTwins(
        this.letters,
        leaves.map(leaf => leaf.reader()),
      ),
    )
    const letters = this.letters.flatMap((letter, index) => (kept.has(letter) ? [{ letter, index }] : []))
    const first = leaves.some(({ operand }) => operand === 'domain') ? 'before' : 'free'
    return new Exploration(goals, letters, effort).from(first)
  }
}

/** Somewhere in a text: what was read, and what it means to the goals. */
interface Place {
  readonly phase: Phase
  readonly states: number[]
  readonly before?: Place
  readonly letter: number
}

interface Letter {
  readonly letter: number
  /** In the tables. */
  readonly index: number
}

class Exploration {
  private readonly goals: readonly Goal[]
  private readonly letters: readonly Letter[]
  private readonly effort: Effort
  private readonly seen = new Set<string>()

  constructor(goals: readonly Goal[], letters: readonly Letter[], effort: Effort) {
    this.goals = goals
    this.letters = letters
    this.effort = effort
  }

  from(phase: Phase): Answer {
    const places: Place[] = []
    const start: Place = { phase, states: this.goals.flatMap(goal => goal.start()), letter: 0 }
    if (this.isNew(start)) places.push(start)
    for (const place of places)
      for (const next of this.after(place)) {
        if (--this.effort.left < 0) return 'undecided'
        if (!this.isNew(next)) continue
        if (this.isEnd(next)) return { text: textOf(next) }
        places.push(next)
      }
    return 'none'
  }

  private *after(place: Place): Iterable<Place> {
    for (const { letter, index } of this.letters)
      for (const move of moves[place.phase][letterKind(letter)]) {
        const states: number[] = []
        for (const goal of this.goals) goal.step(place.states, states, index, move, this.effort)
        yield { phase: move.to, states, before: place, letter }
      }
  }

  /** Whether something may come of it, and it was not come by before. */
  private isNew({ phase, states }: Place): boolean {
    if (!this.goals.every(goal => goal.isOpen(states, phase))) return false
    const key = `${phase}${states}`
    return !this.seen.has(key) && this.seen.add(key) !== undefined
  }

  private isEnd({ phase, states }: Place): boolean {
    return ends[phase] !== undefined && this.goals.every(goal => goal.isReached(states, phase))
  }
}

function textOf(place: Place): string {
  const letters: number[] = []
  for (let at = place; at.before; at = at.before) letters.push(at.letter)
  return String.fromCodePoint(...letters.reverse())
}
