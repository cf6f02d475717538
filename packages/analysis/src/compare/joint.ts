/** Two models as one program, with what is worked out about it. Made anew when more of it is found to be alike. */
import type { Block, Program } from '@merit-lang/runtime'
import { type Analysis, analyse } from '../analysis.ts'
import type { Budget, Witness } from '../claims.ts'
import { extreme } from '../search/extreme.ts'
import { scorePoints } from '../search/goal.ts'
import type { Side } from '../search/steer.ts'
import { Canonical } from './canonical.ts'
import { merged, type Side as Placed } from './merge.ts'
import { Trials } from './trials.ts'

/** Of all that two models hold, for each two rules. */
const COST_OF_PAIR = 100

/** Of the effort for one question, in rules times events. */
const SHARE_OF_TRIALS = 0.1

/** What is searched for a lead that has much. */
const FOR_END: Budget = { boxes: 4 }

export class Joint {
  readonly program: Program
  readonly sides: readonly [Placed, Placed]
  readonly forms: Canonical
  readonly trials: Trials
  private readonly tooLarge: boolean
  private analysis: Analysis | undefined
  private readonly ends = new Map<string, readonly Witness[]>()

  /** `same`: by the index of a score of `after`, that of `before` with which it is alike. */
  constructor(before: Program, after: Program, same: ReadonlyMap<number, number>, { effort }: Required<Budget>) {
    const { program, sides } = merged(before, after, same)
    const size = rulesIn(before) + rulesIn(after)
    this.program = program
    this.sides = sides
    this.forms = new Canonical(program)
    this.trials = new Trials(program, size, effort * SHARE_OF_TRIALS)
    this.tooLarge = size ** 2 * COST_OF_PAIR > effort
  }

  /** Of all that the models hold; undefined where that would take too long. */
  get whole(): Analysis | undefined {
    if (this.tooLarge) return undefined
    this.analysis ??= analyse(this.program)
    return this.analysis
  }

  /** A lead that has much of a score (side 1) or little, if one is found. */
  endOf(score: number, side: Side): readonly Witness[] {
    const { whole, ends } = this
    const key = `${score} ${side}`
    const found =
      ends.get(key) ?? (whole ? [extreme(scorePoints(score), side, whole.space, FOR_END).witness ?? []].flat() : [])
    ends.set(key, found)
    return found
  }

  /** For each score, a lead that has much of it. */
  richLeads(): readonly Witness[] {
    return this.program.scores.flatMap((_, index) => this.endOf(index, 1))
  }
}

function rulesIn({ scores }: Program): number {
  return scores.reduce((sum, score) => sum + (score.kind === 'rules' ? rulesOf(score.block) : 1), 0)
}

function rulesOf({ items }: Block): number {
  return items.reduce((sum, item) => sum + (item.kind === 'rule' ? 1 : rulesOf(item)), 0)
}
