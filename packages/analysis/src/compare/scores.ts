/** Whether the score of one name ever gives more points in the second model, and whether it ever gives fewer. */
import type { Block, Score } from '@merit-lang/runtime'
import type { Run } from '@merit-lang/runtime/reference'
import type { Verdict, Witness } from '../claims.ts'
import { type BlockDifference, scoreDifference } from '../search/difference.ts'
import { extreme } from '../search/extreme.ts'
import type { Side } from '../search/steer.ts'
import { type Answer, neither, never, unfollowed } from './answer.ts'
import { byParts, type Parted } from './by-parts.ts'
import type { Comparing, ScorePair } from './comparing.ts'
import { startsFor } from './conditions.ts'
import { gainsOf } from './gains.ts'
import { lifted } from './lift.ts'
import { aged } from './near.ts'
import { differenceOf, localDifference } from './plan.ts'

export function* scoreAnswers(name: string, comparing: Comparing): Generator<Answer> {
  const pair = comparing.scorePairs().find(([, after]) => comparing.after.scores[after]?.name === name)
  if (!pair || comparing.isTakenTogether(pair)) return yield* neither
  const more = verdictOn(pair, 1, comparing)
  yield { way: 'more', verdict: more }
  const less = verdictOn(pair, -1, comparing)
  yield { way: 'less', verdict: less }
  if (more.kind === 'impossible' && less.kind === 'impossible') comparing.takeTogether([pair])
}

function verdictOn(pair: ScorePair, side: Side, comparing: Comparing): Verdict {
  const verdict = decide(questionOn(comparing.placesOf(pair), side), comparing)
  if (verdict.kind === 'possible') comparing.partings.push(verdict.witness)
  if (verdict.kind === 'impossible') comparing.takeAsInOrder(pair, side)
  return verdict
}

/** Whether a lead has more points from `high` than from `low` (side 1), or fewer: scores of the joint program. */
interface Question {
  readonly low: number
  readonly high: number
  readonly side: Side
  readonly shows: (run: Run) => boolean
}

function questionOn([low, high]: readonly [number, number], side: Side): Question {
  return { low, high, side, shows: run => (run.score(high) - run.score(low)) * side >= 1 }
}

function decide(question: Question, comparing: Comparing): Verdict {
  const { low, high, side } = question
  const { program } = comparing.joint
  const [from, to] = [program.scores[low] as Score, program.scores[high] as Score]
  const [less, more] = side > 0 ? [to, from] : [from, to]
  if (comparing.order.formulaAtMost(less, more)) return never
  return from.kind === 'rules' && to.kind === 'rules'
    ? decideBlocks(question, from.block, to.block, comparing)
    : (near([], question, comparing) ?? byAll(question, undefined, comparing))
}

/** What differs is looked at by itself before all that the models hold. */
function decideBlocks(question: Question, from: Block, to: Block, comparing: Comparing): Verdict {
  const { order, budget, joint } = comparing
  const local = localDifference(from, to, joint.forms, order)
  const found: Parted = local.whole ? { kind: 'open', leads: [] } : byParts(joint.program, local, question.side, budget)
  if (found.kind === 'impossible') return never
  comparing.unbounded.push(...found.leads)
  return (
    near(found.leads, question, comparing) ?? byAll(question, differenceOf(from, to, joint.forms, order), comparing)
  )
}

function near(leads: readonly Witness[], { shows }: Question, comparing: Comparing): Verdict | undefined {
  return comparing.joint.trials.shown(around(leads, comparing), shows)
}

/** Where nothing is known that could differ, leads that have more or less than nothing. */
function* around(leads: readonly Witness[], comparing: Comparing): Generator<Witness> {
  const starts = [...leads, ...comparing.partings]
  for (const one of starts) yield* aged(one)
  for (const one of starts.length > 0 ? starts : startsFor({ op: 'and', of: [] }, comparing))
    for (const side of [1, -1] as const) yield* lifted(one, gainsOf(comparing.before, side))
}

function byAll(question: Question, blocks: BlockDifference | undefined, { joint, budget }: Comparing): Verdict {
  const { low, high, side, shows } = question
  const { whole, trials } = joint
  if (!whole) return unfollowed
  const shown = trials.shown(atEnds(question, joint), shows)
  if (shown) return shown
  const { bound = 0, witness } = extreme(scoreDifference(low, high, blocks), side, whole.space, budget)
  if (bound * side < 1) return never
  return trials.shown(witness ? aged(witness) : [], shows) ?? unfollowed
}

/** Where caps and floors differ: of what is to be more, a lead with much; of the other, one with little. */
function* atEnds({ low, high, side }: Question, joint: Comparing['joint']): Generator<Witness> {
  const [more, less] = side > 0 ? [high, low] : [low, high]
  yield* joint.endOf(more, 1)
  yield* joint.endOf(less, -1)
}
