/** Whether there are leads who meet one condition and not another: proved by their order, or found around leads that are known. */
import type { Expr } from '@merit-lang/runtime'
import { holds, type Run } from '@merit-lang/runtime/reference'
import { analyse } from '../analysis.ts'
import type { Verdict, Witness } from '../claims.ts'
import { never, unfollowed } from './answer.ts'
import type { Comparing } from './comparing.ts'
import { waysTo } from './crossings.ts'
import { gainsOf } from './gains.ts'
import { approaching } from './lift.ts'
import { aged, thinned, together, varied } from './near.ts'
import { onlyCondition, readsOutcomes } from './part.ts'

export type ConditionPair = readonly [has: Expr, hasNot: Expr]

/** Whether some lead has the first of a pair and not the second. */
export function anyWithout(pairs: readonly ConditionPair[], comparing: Comparing): Verdict {
  const { order, joint } = comparing
  const open = pairs.filter(([has, hasNot]) => !order.implies(has, hasNot))
  if (open.length === 0) return never
  const questions = open.map(([has, of]): Expr => ({ op: 'and', of: [has, { op: 'not', of }] }))
  const question: Expr = { op: 'or', of: questions }
  const shows = (run: Run) => holds(question, { run })
  const conditions = open.map(([has]) => has)
  return (
    joint.trials.shown(crossing(open, comparing), shows) ??
    (joint.whole && joint.trials.shown(nearTo(conditions, comparing), shows)) ??
    possible(question, comparing)
  )
}

/** Whether there is a lead for which the condition holds. */
export function possible(condition: Expr, { joint, budget }: Comparing): Verdict {
  const { program } = joint
  if (!readsOutcomes(condition, program)) return analyse(onlyCondition(program, condition)).possible(condition, budget)
  return joint.whole?.possible(condition, budget) ?? unfollowed
}

/** Leads for whom the condition holds: of those for whom a score differs, too. */
export function startsFor(condition: Expr, comparing: Comparing): readonly Witness[] {
  const verdict = possible(condition, comparing)
  const known = [...comparing.partings, ...comparing.unbounded]
  if (verdict.kind !== 'possible') return known
  return [...known.map(one => together(verdict.witness, one)), verdict.witness]
}

/** Leads whose scores come to where one condition holds and the other does not. */
function* crossing(pairs: readonly ConditionPair[], comparing: Comparing): Generator<Witness> {
  const { program, trials } = comparing.joint
  for (const { gap, beside } of pairs.flatMap(([has, hasNot]) => waysTo(has, hasNot, program)))
    for (const start of startsFor(beside, comparing))
      yield* approaching(start, {
        gap: witness => gap(trials.run(witness)),
        goesOn: trials.goesOn,
        pieces: up => gainsOf(comparing.before, up ? 1 : -1),
      })
}

/** Leads that barely have what is asked for: of those for whom a score differs, if one does. */
function* nearTo(conditions: readonly Expr[], comparing: Comparing): Generator<Witness> {
  const { joint, partings } = comparing
  const known = starts(comparing)
  for (const condition of conditions) {
    const keeps = (witness: Witness) => holds(condition, { run: joint.trials.run(witness) })
    const verdict = possible(condition, comparing)
    if (verdict.kind === 'possible') yield* aged(verdict.witness)
    for (const start of known) if (keeps(start)) yield* thinned(start, one => keeps(one) && parts(one, comparing))
  }
  const { space } = joint.whole ?? {}
  if (space) for (const parting of partings) yield* varied(parting, space)
}

/** Leads that have much, and those for whom a score differs with much besides. */
function starts({ joint, partings }: Comparing): readonly Witness[] {
  const rich = joint.richLeads()
  return partings.length > 0 ? partings.flatMap(one => rich.map(other => together(one, other))) : rich
}

/** Whether a score differs, as far as one is known to. */
function parts(witness: Witness, comparing: Comparing): boolean {
  if (comparing.partings.length === 0) return true
  const run = comparing.joint.trials.run(witness)
  return comparing.scorePairs().some(pair => {
    const [low, high] = comparing.placesOf(pair)
    return run.score(low) !== run.score(high)
  })
}
