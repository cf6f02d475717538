/** What a program can and cannot do: each question is answered for all leads, histories and instants, once. */
import type { Block, Expr, Program } from '@merit-lang/runtime'
import type { Budget, Range, Verdict } from './claims.ts'
import { Memory } from './memory.ts'
import { ranging } from './ranges.ts'
import { searching, usual } from './search/extreme.ts'
import { type Goal, holding, itemPoints, pointsBeforeBounds, scorePoints } from './search/goal.ts'
import { readsOf } from './search/reads.ts'
import type { Item } from './search/worth.ts'
import { cutting } from './space/build.ts'
import type { Space } from './space/space.ts'
import { atOnce, type Steps } from './steps.ts'
import { shrinking } from './witness/smallest.ts'

/** All that can be asked. */
interface Answers {
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

export interface Analysis extends Answers {
  readonly program: Program
  readonly space: Space
  readonly memory: Memory
  /** The same questions for those who let others have their turn. */
  readonly inSteps: InSteps<Answers>
}

type InSteps<A> = {
  readonly [K in keyof A]: A[K] extends (...asked: infer Q) => infer R ? (...asked: Q) => Steps<R> : never
}

/** `memory`: of earlier texts of the same model, where there are such. */
export function analyse(program: Program, memory?: Memory): Analysis {
  return atOnce(analysing(program, memory))
}

/** The same in steps. */
export function* analysing(program: Program, memory = new Memory()): Steps<Analysis> {
  const space = yield* cutting(program)
  const range = remembered((_: object, goal: Goal) => ranging(goal, space))
  const inSteps: InSteps<Answers> = {
    score: index => range(program.scores[index] as object, scorePoints(index)),
    item: (item, around) => range(item, itemPoints(item, around)),
    beforeBounds: remembered(block => ranging(pointsBeforeBounds(block), space)),
    possible: decided((condition, budget) => deciding(condition, space, budget)),
  }
  return {
    program,
    space,
    memory,
    inSteps,
    score: index => atOnce(inSteps.score(index)),
    item: (item, around) => atOnce(inSteps.item(item, around)),
    beforeBounds: block => atOnce(inSteps.beforeBounds(block)),
    possible: (condition, budget) => atOnce(inSteps.possible(condition, budget)),
  }
}

function* deciding(condition: Expr, space: Space, budget?: Budget): Steps<Verdict> {
  const goal = holding(condition, space.program)
  const { bound, reached, witness } = yield* searching(goal, 1, space, budget)
  if (reached === 1 && witness) return { kind: 'possible', witness: yield* shrinking(goal, space.program, witness) }
  return bound === 1 ? { kind: 'undecided', why: hardIn(condition, space) } : { kind: 'impossible' }
}

/** What a search that did not end was about. */
function hardIn(condition: Expr, space: Space): string {
  const { variables, events } = readsOf(condition, space)
  const attributes = new Set(variables.map(variable => space.variables[variable]?.attribute)).size
  return `it depends on ${attributes} attributes${events ? ' and on the history' : ''}, and no lead was found that shows it`
}

/** Answers are kept by the identity of what is asked about. */
function remembered<Q extends object, R extends unknown[], A>(work: (question: Q, ...rest: R) => Steps<A>) {
  const known = new WeakMap<Q, A>()
  return function* (question: Q, ...rest: R): Steps<A> {
    const found = known.get(question) ?? (yield* work(question, ...rest))
    known.set(question, found)
    return found
  }
}

type Deciding = (condition: Expr, budget?: Budget) => Steps<Verdict>

/** What is decided stays so; what is not may be with more to spend. */
function decided(work: Deciding): Deciding {
  const known = new WeakMap<Expr, { readonly verdict: Verdict; readonly spent: Budget }>()
  return function* (condition, budget = usual) {
    const found = known.get(condition)
    if (found && (found.verdict.kind !== 'undecided' || !isMore(budget, found.spent))) return found.verdict
    const verdict = yield* work(condition, budget)
    known.set(condition, { verdict, spent: budget })
    return verdict
  }
}

function isMore(budget: Budget, { boxes, effort = usual.effort as number }: Budget): boolean {
  return budget.boxes > boxes || (budget.effort ?? (usual.effort as number)) > effort
}
