/** What findings ask of conditions: only what is proved impossible is said. */
import type { EventSet, Expr } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import type { Budget } from '../claims.ts'
import { type Extreme, searching } from '../search/extreme.ts'
import { areApart, glance, isRuledOut } from '../search/glance.ts'
import { type Goal, holding, type Sufficient } from '../search/goal.ts'
import { readsOf } from '../search/reads.ts'
import { sketching } from '../search/sketch.ts'
import type { Side } from '../search/steer.ts'
import { tabulating } from '../search/worth.ts'
import type { Space } from '../space/space.ts'
import { atOnce, type Steps } from '../steps.ts'
import { type Attempt, measured } from '../witness/attempts.ts'

/** A finding is not worth a long search: there are many questions, and nearly all are decided at once. */
export const brief: Budget = { boxes: 24, effort: 2e7 }

/** For thresholds and bounds, which are few. */
const long: Budget = { boxes: 200, effort: 4e7 }

/** No lead meets all of these. False also where that is not known. */
export function isImpossible(analysis: Analysis, ...conditions: readonly Expr[]): boolean {
  return atOnce(rulingOut(analysis, ...conditions))
}

/** The same in steps, for what is about scores, which takes longer. */
export function* rulingOut(analysis: Analysis, ...conditions: readonly Expr[]): Steps<boolean> {
  const { space } = analysis
  if (areApart(conditions, space)) return false
  const condition = every(conditions)
  const goal = holding(condition, space.program)
  if (asksForEventsOnce(conditions, space)) return isRuledOut(condition, goal, space)
  yield* tabulating([condition], space)
  const seen = glance(condition, goal, space)
  if (seen !== undefined) return !seen
  const sought = { ...goal, enough: 1 }
  const { bound } = yield* recalling(JSON.stringify(condition), sought, 1, analysis, () =>
    searching(sought, 1, space, brief),
  )
  return bound === undefined || bound < 1
}

/** For a lead with so many points, in millionths; `side` -1: with so few. `name`: says from text to text what is asked about. */
export function search(
  name: string,
  points: Goal,
  many: number,
  side: Side,
  analysis: Analysis,
  budget = long,
): Steps<Extreme> {
  const goal = { ...points, enough: many * side }
  return recalling(`${name} ${side}`, goal, side, analysis, function* () {
    const sketch = yield* sketching(goal, side, analysis.space)
    return sketch ? reached(sketch, side) : yield* searching(goal, side, analysis.space, budget)
  })
}

/** Worked out only where the lead of an earlier text does not show it. */
function* recalling(
  question: string,
  goal: Sufficient,
  side: Side,
  { space, memory }: Analysis,
  work: () => Steps<Extreme>,
): Steps<Extreme> {
  const lead = memory.recall(question)
  const shown = lead && measured(goal, side, space, lead)
  if (shown && shown.value >= goal.enough) return reached(shown, side)
  const found = yield* work()
  if (found.witness) memory.keep(question, found.witness)
  return found
}

/** As far as was asked; how far others come was not. */
function reached({ value, witness }: Attempt, side: Side): Extreme {
  return { bound: value * side, reached: value * side, witness, endless: false }
}

/** Whether it proves that no lead has so many. */
export function fallsShort({ bound, endless }: Extreme, many: number, side: Side): boolean {
  return !endless && bound !== undefined && bound * side < many * side
}

export function every(of: readonly Expr[]): Expr {
  const [only, ...others] = of
  return only && others.length === 0 ? only : { op: 'and', of }
}

export function either(of: readonly Expr[]): Expr {
  return { op: 'or', of }
}

export function not(of: Expr): Expr {
  return { op: 'not', of }
}

const one: Expr = { op: 'const', value: 1 }

export function some(set: EventSet): Expr {
  return { op: 'atMost', left: one, right: { op: 'count', set } }
}

function isSome(condition: Expr): boolean {
  return condition.op === 'atMost' && condition.left === one
}

/** Of one set of events bounds over all leads say all: a search finds out how several sets go together. */
function asksForEventsOnce(conditions: readonly Expr[], space: Space): boolean {
  const ofEvents = conditions.filter(condition => readsOf(condition, space).events)
  return ofEvents.length === 1 && ofEvents.every(isSome)
}
