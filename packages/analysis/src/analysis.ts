/** What a program can and cannot do: each question is answered for all leads, histories and instants, once. */
import type { Block, Expr, Program } from '@merit-lang/runtime'
import type { Budget, Range, Verdict } from './claims.ts'
import { rangeOf } from './ranges.ts'
import { extreme } from './search/extreme.ts'
import { type Goal, holding, itemPoints, pointsBeforeBounds, scorePoints } from './search/goal.ts'
import { readsOf } from './search/reads.ts'
import type { Item } from './search/worth.ts'
import { spaceOf } from './space/build.ts'
import type { Space } from './space/space.ts'
import { smallest } from './witness/smallest.ts'

export interface Analysis {
  readonly program: Program
  readonly space: Space
  /** Of a score, by index, in points. */
  readonly score: (index: number) => Range
  /** Of a rule or a group; `around`: the conditions of the blocks around it, under which it counts at all. */
  readonly item: (item: Item, around?: readonly Expr[]) => Range
  /** Of what the items of a block come to before its cap and floor. */
  readonly beforeBounds: (block: Block) => Range
  /**
   * Whether there is a lead for which the condition holds. It is made of parts of the program: its conditions and
   * their `and`, `or`, `not`, and comparisons with scores, grades and stages.
   */
  readonly possible: (condition: Expr, budget?: Budget) => Verdict
}

export function analyse(program: Program): Analysis {
  const space = spaceOf(program)
  const range = remembered((_: object, goal: Goal) => rangeOf(goal, space))
  return {
    program,
    space,
    score: index => range(program.scores[index] as object, scorePoints(index)),
    item: (item, around) => range(item, itemPoints(item, around)),
    beforeBounds: remembered(block => rangeOf(pointsBeforeBounds(block), space)),
    possible: remembered((condition, budget) => verdictOf(condition, space, budget)),
  }
}

function verdictOf(condition: Expr, space: Space, budget?: Budget): Verdict {
  const goal = holding(condition, space.program)
  const { bound, reached, witness } = extreme(goal, 1, space, budget)
  if (reached === 1 && witness) return { kind: 'possible', witness: smallest(goal, space.program, witness) }
  return bound === 1 ? { kind: 'undecided', why: hardIn(condition, space) } : { kind: 'impossible' }
}

/** What a search that did not end was about. */
function hardIn(condition: Expr, space: Space): string {
  const { variables, events } = readsOf(condition, space)
  const attributes = new Set(variables.map(variable => space.variables[variable]?.attribute)).size
  return `it depends on ${attributes} attributes${events ? ' and on the history' : ''}, and no lead was found that shows it`
}

/** Answers are kept by the identity of what is asked about. */
function remembered<Q extends object, R extends unknown[], A>(answer: (question: Q, ...rest: R) => A) {
  const known = new WeakMap<Q, A>()
  return (question: Q, ...rest: R): A => {
    const found = known.get(question) ?? answer(question, ...rest)
    known.set(question, found)
    return found
  }
}
