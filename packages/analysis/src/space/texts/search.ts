import { type Answer, Exploration, type Letter, type Wanted } from './exploration.ts'
import { type Formula, type Leaf, leavesOf } from './formula.ts'
import { lazily } from './lazily.ts'
import { alphabetOf } from './letters.ts'
import { type LetterKind, letterKind } from './phases.ts'
import { type Effort, Table } from './table.ts'

/** Finds shortest texts: reads all of them at once, and goes on from no two that all formulas take for the same. */
export class Search {
  private readonly letters: readonly Letter[]
  private readonly tables: ReadonlyMap<Leaf, Table>

  /** `formulas`: all that will be asked for. */
  constructor(formulas: readonly Formula[]) {
    const leaves = [...new Set(formulas.flatMap(leavesOf))]
    const letters = alphabetOf(leaves.map(leaf => leaf.reader()))
    this.letters = letters.map((letter, index) => ({ letter, index, kind: letterKind(letter) }))
    this.tables = new Map(leaves.map(leaf => [leaf, new Table(leaf.reader(), letters)]))
  }

  /** A folded text that is not empty and for which all is as wanted: none is shorter, few are plainer. */
  shortest(wanted: readonly Wanted[], effort: Effort): Answer {
    const leaves = wanted.flatMap(({ formula }) => leavesOf(formula))
    const letters = { all: this.letters, distinct: lazily(() => this.lettersFor(leaves)) }
    return new Exploration(wanted, this.tables, letters, effort).run()
  }

  /** The plainest of each kind that these leaves tell apart. */
  private lettersFor(leaves: readonly Leaf[]): readonly Letter[] {
    const isFree = leaves.every(({ operand }) => operand === 'text')
    let kinds = this.letters.map(({ kind }) => (isFree ? 0 : KINDS.indexOf(kind)))
    for (const leaf of leaves) {
      const own = (this.tables.get(leaf) as Table).kinds
      const together = new Map<number, number>()
      kinds = kinds.map((kind, index) => {
        const pair = kind * own.length + (own[index] as number)
        if (!together.has(pair)) together.set(pair, together.size)
        return together.get(pair) as number
      })
    }
    return this.letters.filter((_, index) => kinds.indexOf(kinds[index] as number) === index)
  }
}

const KINDS: readonly LetterKind[] = ['at', 'space', 'other']
